import type { TenantContext } from '@orkestra/tenancy';
import { type Actor, actorOf, type TaskAccess } from './task-roles';

type Asked = Pick<TaskAccess, 'requesters' | 'selfApproval'>;

/** Whether the actor asked for what is to be decided, or it was asked for them, or they act for such a person. */
export function isOwnRequest({ requesters }: Asked, { id, onBehalfOf }: Actor): boolean {
  return requesters.includes(id) || (onBehalfOf !== undefined && requesters.includes(onBehalfOf));
}

/** Whoever may not decide what they have asked for, as the tenant has it now. */
export function barredRequesters({ requesters, selfApproval }: Asked): string[] {
  return selfApproval === 'forbid' ? requesters : [];
}

/** Users to whom the task must not be given: the excluded, and those who would decide what they have asked for. */
export function barredFrom(task: Asked & Pick<TaskAccess, 'excluded'>): string[] {
  return [...new Set([...task.excluded, ...barredRequesters(task)])];
}

/** Whether a decision of the principal is one about their own request, in a tenant that lets it pass and says so. */
export function isFlagged(task: Asked, ctx: TenantContext): boolean {
  return task.selfApproval === 'warn' && isOwnRequest(task, actorOf(ctx));
}

/** What the history says of such a decision. */
export function selfApprovalDetails(task: Asked, ctx: TenantContext): { selfApproval?: true } {
  return isFlagged(task, ctx) ? { selfApproval: true } : {};
}
