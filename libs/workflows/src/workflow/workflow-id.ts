import { InvalidWorkflowKeyError } from './workflows.errors';

/** Characters of an id with or without the tenant before it, and some to spare. */
export const LONGEST_WORKFLOW_ID = 300;

const KEY = /^[A-Za-z0-9][\w.:@/+=-]{0,199}$/;

/** Temporal's id of an execution: the tenant stands before the key, so that tenants cannot meet. */
export function temporalWorkflowId(tenantId: string, key: string): string {
  return `${tenantId}/${key}`;
}

/** The key within the tenant, of an id with or without the tenant before it. */
export function workflowKey(tenantId: string, workflowId: string): string {
  const prefix = `${tenantId}/`;
  return workflowId.startsWith(prefix) ? workflowId.slice(prefix.length) : workflowId;
}

/** @throws InvalidWorkflowKeyError */
export function checkWorkflowKey(key: string): string {
  if (!KEY.test(key)) throw new InvalidWorkflowKeyError();
  return key;
}
