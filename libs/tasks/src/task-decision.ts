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

/** Who decided, and what they said. */
export async function insertDecision(
  em: EntityManager,
  ctx: TenantContext,
  task: TaskView,
  data: Record<string, unknown>,
): Promise<void> {
  await em.query(
    `WITH result AS (
       INSERT INTO task_payloads (tenant_id, task_id, kind, body, digest) VALUES ($1, $2, 'result', $3, $4)
     )
     INSERT INTO task_decisions (tenant_id, task_id, voter_kind, voter_id, voter_name, channel, vote,
                                 result_digest, decided_at)
     VALUES ($1, $2, $5, $6, $7, $8, $9, $4, $10)`,
    [
      task.tenantId,
      task.id,
      JSON.stringify(data),
      digest(data),
      ctx.principal.kind,
      ctx.principal.id,
      ctx.principal.displayName,
      ctx.channel,
      task.outcome,
      task.updatedAt,
    ],
  );
}
