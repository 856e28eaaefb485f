import { digest, prepared, queryRows } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
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
  at: Date;
}

/**
 * Inserts the row of a start, or finds the one that the same key has made.
 * @throws UnknownWorkflowTypeError, InvalidWorkflowInputError, WorkflowKeyConflictError
 */
export async function recordStart(
  em: EntityManager,
  ctx: TenantContext,
  start: RequestedStart,
): Promise<ExecutionRow> {
  const requestDigest = digest({ type: start.type, input: start.input ?? null });
  const definition = await readDefinition(em, start.type);
  try {
    if (definition === undefined)
      throw new UnknownWorkflowTypeError(start.type, await readDefinitionNames(em));
    checkInput(definition.inputSchema, start.input);
  } catch (error) {
    // What has been started stays started, also when the catalogue would refuse it today.
    const earlier = await existing(em, ctx.tenantId, start.key, requestDigest);
    if (earlier !== undefined) return earlier;
    throw error;
  }
  const row =
    (await insert(em, ctx, start, definition, requestDigest)) ??
    (await existing(em, ctx.tenantId, start.key, requestDigest));
  if (row === undefined) throw new WorkflowKeyConflictError(start.key);
  return row;
}

async function insert(
  em: EntityManager,
  ctx: TenantContext,
  { type, key, json, at }: RequestedStart,
  { version, taskQueue }: DefinitionView,
  requestDigest: Buffer,
): Promise<ExecutionRow | undefined> {
  const { kind, id, displayName } = ctx.principal;
  const [row] = await queryRows<ExecutionRow>(em, INSERT_EXECUTION, [
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
  ]);
  return row;
}

const INSERT_EXECUTION = prepared(`
  INSERT INTO workflow_executions (tenant_id, key, type, version, task_queue, status, request_digest, input,
    started_by_kind, started_by_id, started_by_name, correlation_id, started_at)
  VALUES ($1, $2, $3, $4, $5, 'starting', $6, $7, $8, $9, $10, $11, $12)
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
