import { type Ids, prepared, queryRows } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import type { CompiledForm, JsonSchema } from '../forms/field/form-field';
import { isFlagged } from '../task/self-approval';
import type { TaskView } from '../task/task-view';

const LONGEST_USER_AGENT = 500;

/** The form's schema and the digest that tells it from other forms. */
export interface TaskForm {
  schema: JsonSchema;
  digest: string;
}

export async function readForm(
  em: EntityManager,
  task: Pick<TaskView, 'tenantId' | 'id'>,
): Promise<TaskForm> {
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
  /** Until when what it allows counts, where it does not count for good. */
  verdictUntil?: Date | undefined;
}

/** What let the decider in, as far as their door knows it. */
export interface DecisionEvidence {
  /** The id of a session or of a key. */
  credentialId?: string | undefined;
  address?: string | undefined;
  userAgent?: string | undefined;
  /** What the decider was in the workspace then. */
  role?: string | undefined;
  /** The person for whom a program acted. */
  onBehalfOf?: string | undefined;
}

/**
 * Who decided, through which door, and on what; when they saw it first, and what they were shown; and what came of it:
 * the values that `decisionParts` writes, after the tenant and the task.
 */
export function decisionParameters(
  ctx: TenantContext,
  task: TaskView,
  { vote, reason, resultDigest, result, payloadDigest, verdictUntil }: Decision,
  ids: Ids,
): unknown[] {
  return [
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
    JSON.stringify(evidenceOf(ctx)),
    verdictUntil ?? null,
    isFlagged(task, ctx),
    ctx.principal.kind === 'user' ? ctx.principal.id : null,
    ids.next(),
    ...[ctx.correlationId, ctx.credentialId ?? null, ctx.onBehalfOf ?? null, ctx.remoteAddress ?? null],
  ];
}

function evidenceOf(ctx: TenantContext): DecisionEvidence {
  const { credentialId, remoteAddress, userAgent, onBehalfOf, principal } = ctx;
  return {
    credentialId,
    address: remoteAddress,
    userAgent: userAgent?.slice(0, LONGEST_USER_AGENT),
    onBehalfOf,
    role: ctx.guest === undefined ? principal.role : 'guest',
  };
}

/**
 * Parts of the statement that changes the task, so that a decision costs no round trip and stands or falls with the change:
 * what was filled in, the line of the audit log, and the decision itself. Nothing is written where `changed` has no row.
 * @param after the last parameter of that statement; tenant and task are its $1 and $2
 */
export function decisionParts(after: number): string {
  // As `decisionParameters` has them.
  const at = (nth: number) => `$${after + nth}`;
  const seen = `FROM changed LEFT JOIN task_views v ON v.tenant_id = $1 AND v.task_id = $2 AND v.user_id = ${at(15)}::uuid`;
  return `result AS (
    INSERT INTO task_payloads (tenant_id, task_id, kind, body, digest)
    SELECT $1, $2, 'result', ${at(11)}::json, ${at(6)} FROM changed WHERE ${at(11)} IS NOT NULL
  ), audit AS (
    INSERT INTO audit_events (tenant_id, id, at, action, actor_kind, actor_id, channel, correlation_id, credential_id,
                              on_behalf_of, remote_address, target_kind, target_id, details)
    SELECT $1, ${at(16)}, ${at(7)}, 'task.' || ${at(5)}, ${at(1)}, ${at(2)}, ${at(4)}, ${at(17)}, ${at(18)}, ${at(19)}::uuid,
           ${at(20)}, 'task', $2::text,
           jsonb_build_object('round', ${at(8)}::integer, 'payload', encode(${at(10)}, 'hex'),
                              'result', encode(${at(6)}, 'hex'), 'shown', encode(v.shown_digest, 'hex'),
                              'selfApproval', ${at(14)}::boolean) ${seen}
  ), decision AS (
    INSERT INTO task_decisions (tenant_id, task_id, voter_kind, voter_id, voter_name, channel, vote,
                                result_digest, decided_at, round, reason, payload_digest, evidence, verdict_until,
                                self_approval, seen_at, shown_digest)
    SELECT $1, $2, ${at(1)}, ${at(2)}, ${at(3)}, ${at(4)}, ${at(5)}, ${at(6)}, ${at(7)}, ${at(8)}, ${at(9)}, ${at(10)},
           ${at(12)}::jsonb, ${at(13)}, ${at(14)}, v.first_seen_at, v.shown_digest ${seen}
  )`;
}

const READ_FORM = prepared(`
  SELECT body, encode(digest, 'hex') AS digest FROM task_payloads
  WHERE tenant_id = $1 AND task_id = $2 AND kind = 'form'`);
