import { isUuid } from '@orkestra/core';
import {
  type DirectoryService,
  readSelfApproval,
  type SelfApprovalPolicy,
  type TenantContext,
} from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { TOOL_APPROVAL } from '../task/tool-approval-type';
import type { CheckedTaskSpec } from './task.schema';

/** Where a request comes from, besides the principal who makes it. */
export interface RequestOrigin {
  /** Who started the workflow that asks. */
  startedById?: string | undefined;
  /** Ids of the people for whom that workflow was started; the first was named. */
  startedFor?: readonly string[] | undefined;
}

/** For whom something is asked, and who therefore should not decide it. */
export interface Requesters {
  onBehalfOf: string | null;
  /** Of an approval; nobody of other tasks. */
  requesters: string[];
  selfApproval: SelfApprovalPolicy | null;
}

/**
 * Everybody who stands behind a request: who makes it, the person whom it names, the one for whom the key acts, who
 * started the workflow, and for whom. Naming another person never takes one away.
 * @throws UnknownUserError unless the named person is an active user
 */
export async function readRequesters(
  em: EntityManager,
  directory: DirectoryService,
  ctx: TenantContext,
  spec: Pick<CheckedTaskSpec, 'onBehalfOf' | 'approval' | 'type'>,
  { startedById, startedFor = [] }: RequestOrigin,
): Promise<Requesters> {
  const named = [spec.onBehalfOf, ctx.onBehalfOf].filter((name) => name !== undefined);
  const { users } = await directory.resolveAssignees(em, { users: named });
  const people = [...named.map((name) => users.get(name)?.id), ...startedFor].filter(isUuid);
  const onBehalfOf = people[0] ?? null;
  if (spec.approval === undefined && spec.type !== TOOL_APPROVAL)
    return { onBehalfOf, requesters: [], selfApproval: null };
  const { kind, id } = ctx.principal;
  const askers = [kind === 'user' ? id : undefined, startedById].filter(isUuid);
  return {
    onBehalfOf,
    requesters: [...new Set([...people, ...askers])],
    selfApproval: await readSelfApproval(em, ctx.tenantId),
  };
}
