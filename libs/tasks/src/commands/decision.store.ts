import { prepared, queryRows } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import type { CompiledForm, JsonSchema } from '../forms/field/form-field';
import type { TaskView } from '../task/task-view';

/** The form's schema and the digest that tells it from other forms. */
export async function readForm(
  em: EntityManager,
  task: TaskView,
): Promise<{ schema: JsonSchema; digest: string }> {
  const [row] = await queryRows<{ body: CompiledForm; digest: string }>(em, READ_FORM, [
    task.tenantId,
    task.id,
  ]);
  if (row === undefined) throw new Error(`Task ${task.id} has no form`);
  return { schema: row.body.schema, digest: row.digest };
}

export interface Decision {
  vote: string;
  reason?: string | undefined;
  /** The digest of what was filled in. */
  resultDigest?: Buffer | undefined;
  /** What was filled in, when the decision ends the task. */
  result?: Record<string, unknown>;
  /** The digest of what was to be approved, as it was shown. */
  payloadDigest?: Buffer | undefined;
}

/** Who decided, through which door, and on what; and what came of it. */
export async function insertDecision(
  em: EntityManager,
  ctx: TenantContext,
  task: TaskView,
  { vote, reason, resultDigest, result, payloadDigest }: Decision,
): Promise<void> {
  await em.query(INSERT_DECISION, [
    task.tenantId,
    task.id,
    ctx.principal.kind,
    ctx.principal.id,
    ctx.principal.displayName,
    ctx.channel,
    vote,
    resultDigest ?? null,
    task.updatedAt,
    task.round,
    reason ?? null,
    payloadDigest ?? null,
    result === undefined ? null : JSON.stringify(result),
  ]);
}

const INSERT_DECISION = prepared(`
  WITH result AS (
    INSERT INTO task_payloads (tenant_id, task_id, kind, body, digest)
    SELECT $1, $2, 'result', $13::json, $8 WHERE $13 IS NOT NULL
  )
  INSERT INTO task_decisions (tenant_id, task_id, voter_kind, voter_id, voter_name, channel, vote,
                              result_digest, decided_at, round, reason, payload_digest)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`);

const READ_FORM = prepared(`
  SELECT body, encode(digest, 'hex') AS digest FROM task_payloads
  WHERE tenant_id = $1 AND task_id = $2 AND kind = 'form'`);
