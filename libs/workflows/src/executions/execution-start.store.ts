import { digest, lastRows, prepared, queryRows } from '@orkestra/core';
import {
  type DirectoryService,
  limitOf,
  type TenantContext,
  TenantDeletingError,
  TenantLimitError,
  TenantSuspendedError,
} from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { type DefinitionView, readDefinition, readDefinitionNames } from '../catalogue/catalogue.service';
import { checkInput } from '../catalogue/workflow-input';
import { EXECUTION_COLUMNS, type ExecutionRow, readExecution } from '../workflow/execution-view';
import { UnknownWorkflowTypeError, WorkflowKeyConflictError } from '../workflow/workflows.errors';

export interface RequestedStart {
  type: string;
  key: string;
  input?: unknown;
  /** The input as text, checked to be storable. */
  json: string | null;
  /** E-mail address or id of the person for whom it is started. */
  onBehalfOf?: string | undefined;
  /** Of the input, where the tenant has no limit of its own. */
  mostBytes: number;
  at: Date;
}

/**
 * Inserts the row of a start and commits it. Undefined where nothing was written: then ask `earlierStart`.
 * @throws UnknownWorkflowTypeError, InvalidWorkflowInputError, UnknownUserError, WorkflowKeyConflictError
 */
export async function recordStart(
  em: EntityManager,
  ctx: TenantContext,
  start: RequestedStart,
  directory: DirectoryService,
): Promise<ExecutionRow | undefined> {
  const requestDigest = digestOf(start);
  let people: string[];
  const definition = await readDefinition(em, start.type);
  try {
    if (definition === undefined)
      throw new UnknownWorkflowTypeError(start.type, await readDefinitionNames(em));
    checkInput(definition.inputSchema, start.input);
    people = await peopleOf(em, ctx, start, directory);
  } catch (error) {
    // What has been started stays started, also when the catalogue would refuse it today.
    const earlier = await existing(em, ctx.tenantId, start.key, requestDigest);
    if (earlier !== undefined) return earlier;
    throw error;
  }
  return insert(em, ctx, { ...start, people }, definition, requestDigest);
}

/**
 * The row that the same start has made before, in a transaction of its own.
 * @throws WorkflowKeyConflictError, or what kept the start from being written: TenantLimitError, TenantSuspendedError,
 * TenantDeletingError
 */
export async function earlierStart(
  em: EntityManager,
  { tenantId }: TenantContext,
  start: RequestedStart,
): Promise<ExecutionRow> {
  const row = await existing(em, tenantId, start.key, digestOf(start));
  if (row !== undefined) return row;
  await refuseUnlessRoom(em, start);
  throw new WorkflowKeyConflictError(start.key);
}

function digestOf({ type, input = null, onBehalfOf }: RequestedStart): Buffer {
  return digest({ type, input, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) });
}

/** For whom it is started: the person who is named, and the one for whom the key acts. */
async function peopleOf(
  em: EntityManager,
  ctx: TenantContext,
  { onBehalfOf }: RequestedStart,
  directory: DirectoryService,
): Promise<string[]> {
  const names = [onBehalfOf, ctx.onBehalfOf].filter((name) => name !== undefined);
  const { users } = await directory.resolveAssignees(em, { users: names });
  return [...new Set(names.flatMap((name) => users.get(name)?.id ?? []))];
}

async function insert(
  em: EntityManager,
  ctx: TenantContext,
  { type, key, json, mostBytes, at, people }: RequestedStart & { people: string[] },
  { version, taskQueue }: DefinitionView,
  requestDigest: Buffer,
): Promise<ExecutionRow | undefined> {
  const { kind, id, displayName } = ctx.principal;
  const [row] = await lastRows<ExecutionRow>(em, INSERT_EXECUTION, [
    ctx.tenantId,
    key,
    type,
    version,
    taskQueue,
    requestDigest,
    json,
    kind,
    id,
    displayName,
    ctx.correlationId,
    at,
    people.length === 0 ? null : people,
    mostBytes,
  ]);
  return row;
}

/** Why nothing was written, where that is not for the key. */
async function refuseUnlessRoom(em: EntityManager, { json, mostBytes }: RequestedStart): Promise<void> {
  const [tenant] = await queryRows<{ status: string; most: string | null }>(
    em,
    `SELECT status, ${limitOf('payloadBytes')} AS most FROM tenants`,
  );
  if (tenant?.status === 'suspended') throw new TenantSuspendedError();
  if (tenant?.status !== 'active') throw new TenantDeletingError();
  const [most, bytes] = [Number(tenant.most ?? mostBytes), Buffer.byteLength(json ?? '')];
  if (bytes > most) throw new TenantLimitError('payloadBytes', most, bytes);
}

const INSERT_EXECUTION = prepared(`
  INSERT INTO workflow_executions (tenant_id, key, type, version, task_queue, status, request_digest, input,
    started_by_kind, started_by_id, started_by_name, correlation_id, started_at,
    on_behalf_of)
  SELECT $1, $2, $3, $4, $5, 'starting', $6, $7::text::json, $8, $9, $10, $11, $12, $13 FROM tenants
  WHERE id = $1 AND status = 'active'
    AND octet_length(coalesce($7::text, '')) <= coalesce(${limitOf('payloadBytes')}, $14::bigint)
  ON CONFLICT (tenant_id, key) DO NOTHING RETURNING ${EXECUTION_COLUMNS}`);

/** @throws WorkflowKeyConflictError when the key has started something else */
async function existing(
  em: EntityManager,
  tenantId: string,
  key: string,
  requestDigest: Buffer,
): Promise<ExecutionRow | undefined> {
  const row = await readExecution(em, tenantId, key);
  if (row !== undefined && !row.requestDigest.equals(requestDigest)) throw new WorkflowKeyConflictError(key);
  return row;
}
