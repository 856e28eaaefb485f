import { type Clock, digest, operationIdProblem, queryRows } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import type { TaskSecrets } from '../secrets/task-secrets.service';
import { InvalidTaskCommandError } from '../task/task.errors';
import type { TaskView } from '../task/task-view';
import { RefusedError } from '../task/refused.errors';

const DATES = ['dueAt', 'expiresAt', 'createdAt', 'updatedAt', 'closedAt', 'pausedAt', 'resumesAt'] as const;

/** Stands in the row until the command has run, which says what is to be kept of the request. Nobody sees it. */
const NOT_YET = Buffer.alloc(32);

/**
 * Runs a command once per (principal, operationId): a repeat with the same content gets the first answer, one
 * with another content is a conflict. Failures are rolled back with the transaction, so they are not remembered.
 */
export async function oncePerOperation(
  work: { em: EntityManager; ctx: TenantContext; sensitive?: boolean },
  operationId: string | undefined,
  request: unknown,
  clock: Clock,
  secrets: TaskSecrets,
  command: () => Promise<TaskView>,
): Promise<{ task: TaskView; repeated: boolean }> {
  const { em, ctx } = work;
  if (operationId === undefined) return { task: await command(), repeated: false };
  const problem = operationIdProblem(operationId);
  if (problem !== null) throw new InvalidTaskCommandError([{ pointer: '/operationId', message: problem }]);
  const key = [ctx.tenantId, ctx.principal.id, operationId];
  const wanted = digest(request);
  // The unique key makes a concurrent twin wait here until the first one has committed or rolled back.
  const inserted = await queryRows(
    em,
    `INSERT INTO task_operations (tenant_id, principal_id, operation_id, request_digest, created_at)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING operation_id`,
    [...key, NOT_YET, clock.now()],
  );
  if (inserted.length === 0) return { task: await answerOf(em, ctx, key, wanted, secrets), repeated: true };
  const task = await command();
  const kept = work.sensitive ? await secrets.digestOf(em, ctx.tenantId, wanted) : wanted;
  await em.query(
    `UPDATE task_operations SET answer = $4, request_digest = $5
     WHERE tenant_id = $1 AND principal_id = $2 AND operation_id = $3`,
    [...key, JSON.stringify(task), kept],
  );
  return { task, repeated: false };
}

async function answerOf(
  em: EntityManager,
  { tenantId }: TenantContext,
  key: string[],
  wanted: Buffer,
  secrets: TaskSecrets,
): Promise<TaskView> {
  const [row] = await queryRows<{ requestDigest: Buffer; answer: TaskView }>(
    em,
    `SELECT request_digest AS "requestDigest", answer FROM task_operations
     WHERE tenant_id = $1 AND principal_id = $2 AND operation_id = $3`,
    key,
  );
  if (row === undefined || !(await secrets.isDigestOf(em, tenantId, row.requestDigest, wanted)))
    throw new RefusedError('task.operation_conflict');
  const dates = DATES.map((name) => [name, row.answer[name] === null ? null : new Date(row.answer[name])]);
  return { ...row.answer, ...(Object.fromEntries(dates) as Partial<TaskView>) };
}
