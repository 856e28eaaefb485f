import { digest, queryRows } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import type { CompiledForm, JsonSchema } from './forms/form-field';
import type { TaskView } from './task-view';

/** The form's schema and the digest that tells it from other forms. */
export async function readForm(
  em: EntityManager,
  task: TaskView,
): Promise<{ schema: JsonSchema; digest: string }> {
  const [row] = await queryRows<{ body: CompiledForm; digest: string }>(
    em,
    `SELECT body, encode(digest, 'hex') AS digest FROM task_payloads
     WHERE tenant_id = $1 AND task_id = $2 AND kind = 'form'`,
    [task.tenantId, task.id],
  );
  if (row === undefined) throw new Error(`Task ${task.id} has no form`);
  return { schema: row.body.schema, digest: row.digest };
}

/** Stores what was filled in. */
export async function insertResult(
  em: EntityManager,
  task: TaskView,
  data: Record<string, unknown>,
): Promise<void> {
  await em.query(
    `INSERT INTO task_payloads (tenant_id, task_id, kind, body, digest) VALUES ($1, $2, 'result', $3, $4)`,
    [task.tenantId, task.id, JSON.stringify(data), digest(data)],
  );
}

export interface Decision {
  vote: string;
  reason?: string | undefined;
  resultDigest?: Buffer | undefined;
  /** Of what was to be approved, as it was shown. */
  payloadDigest?: Buffer | undefined;
}

/** Who decided, through which door, and on what. */
export async function insertDecision(
  em: EntityManager,
  ctx: TenantContext,
  task: TaskView,
  { vote, reason, resultDigest, payloadDigest }: Decision,
): Promise<void> {
  await em.query(
    `INSERT INTO task_decisions (tenant_id, task_id, voter_kind, voter_id, voter_name, channel, vote,
                                 result_digest, decided_at, round, reason, payload_digest)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
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
    ],
  );
}
