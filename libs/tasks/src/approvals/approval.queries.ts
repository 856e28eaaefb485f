import { queryRows, type Reader } from '@orkestra/core';
import { WORKS } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import type { Voter } from '../voting/quorum';

/** One version of what is to be approved. */
export interface ApprovalVersion {
  round: number;
  payload: unknown;
  /** Hexadecimal; a decision names it. */
  payloadDigest: string;
}

/** One decision about one version. */
export interface VoteView {
  voter: { kind: 'user' | 'service' | 'system'; id: string; displayName: string };
  vote: 'approved' | 'rejected' | 'changes_requested';
  round: number;
  reason: string | null;
  at: Date;
  channel: string;
  /** When the voter saw the task first; null where nobody recorded it. */
  seenAt: Date | null;
  /** The voter had asked for it themselves, and the tenant let that pass. */
  selfApproval: boolean;
}

/** How many earlier versions and votes of one task are read: the newest. */
const MOST_VERSIONS = 10;
const MOST_VOTES = 500;

/** What is to be approved now. */
export async function readPresentVersions(
  em: EntityManager | Reader,
  tenantId: string,
  taskIds: readonly string[],
): Promise<Map<string, ApprovalVersion>> {
  const rows = await queryRows<{ taskId: string } & ApprovalVersion>(
    em,
    `SELECT p.task_id AS "taskId", p.body AS payload, encode(p.digest, 'hex') AS "payloadDigest", t.round
     FROM task_payloads p JOIN tasks t ON t.tenant_id = p.tenant_id AND t.id = p.task_id
     WHERE p.tenant_id = $1 AND p.task_id = ANY($2::uuid[]) AND p.kind = 'approval'`,
    [tenantId, taskIds],
  );
  return new Map(rows.map((row) => [row.taskId, row]));
}

/** What was to be approved before, the newest first. */
export async function readEarlierVersions(
  em: EntityManager | Reader,
  tenantId: string,
  taskIds: readonly string[],
): Promise<Map<string, ApprovalVersion[]>> {
  const rows = await queryRows<{ taskId: string } & ApprovalVersion>(
    em,
    `SELECT v.* FROM unnest($2::uuid[]) AS wanted (task_id) CROSS JOIN LATERAL (
       SELECT p.task_id AS "taskId", p.body AS payload, encode(p.digest, 'hex') AS "payloadDigest",
              split_part(p.kind, '-', 2)::integer AS round
       FROM task_payloads p
       WHERE p.tenant_id = $1 AND p.task_id = wanted.task_id AND p.kind LIKE 'approval-%'
       ORDER BY round DESC LIMIT ${MOST_VERSIONS}) v
     ORDER BY v.round DESC`,
    [tenantId, taskIds],
  );
  return byTask(rows);
}

/** The votes and requests for changes of all rounds, in their order. */
export async function readVoteViews(
  em: EntityManager | Reader,
  tenantId: string,
  taskIds: readonly string[],
): Promise<Map<string, VoteView[]>> {
  const rows = await queryRows<{ taskId: string } & VoteView>(
    em,
    `SELECT v.* FROM unnest($2::uuid[]) AS wanted (task_id) CROSS JOIN LATERAL (
       SELECT d.task_id AS "taskId", d.vote, d.round, d.reason, d.decided_at AS at, d.channel,
              d.seen_at AS "seenAt", d.self_approval AS "selfApproval",
              json_build_object('kind', d.voter_kind, 'id', d.voter_id, 'displayName', d.voter_name) AS voter
       FROM task_decisions d
       WHERE d.tenant_id = $1 AND d.task_id = wanted.task_id
         AND d.vote IN ('approved', 'rejected', 'changes_requested')
       ORDER BY d.decided_at DESC, d.voter_id LIMIT ${MOST_VOTES}) v
     ORDER BY v.at, v.voter ->> 'id'`,
    [tenantId, taskIds],
  );
  return byTask(rows);
}

/** Everybody who may vote on each task now; what `readElectorate` says of one task. */
export async function readVotersOf(
  em: EntityManager | Reader,
  tenantId: string,
  taskIds: readonly string[],
): Promise<Map<string, Voter[]>> {
  const rows = await queryRows<{ taskId: string } & Voter>(
    em,
    `SELECT v.task_id AS "taskId", v.id,
            coalesce(json_agg(DISTINCT v.group_id) FILTER (WHERE v.group_id IS NOT NULL), '[]') AS groups
     FROM (
       SELECT c.tenant_id, c.task_id, c.principal_id AS id, NULL::uuid AS group_id FROM task_candidates c
       WHERE c.tenant_id = $1 AND c.task_id = ANY($2::uuid[]) AND c.role = 'candidate' AND c.principal_kind = 'user'
       UNION ALL
       SELECT c.tenant_id, c.task_id, m.user_id, m.group_id FROM task_candidates c
       JOIN group_members m ON m.tenant_id = c.tenant_id AND m.group_id = c.principal_id
       WHERE c.tenant_id = $1 AND c.task_id = ANY($2::uuid[]) AND c.role = 'candidate' AND c.principal_kind = 'group'
     ) v JOIN users u ON u.tenant_id = v.tenant_id AND u.id = v.id AND u.active AND ${WORKS}
     WHERE NOT EXISTS (
       SELECT FROM task_candidates x WHERE x.tenant_id = v.tenant_id AND x.task_id = v.task_id
         AND x.principal_id = v.id AND (x.role = 'excluded' OR x.role = 'requester' AND
           (SELECT coalesce(settings ->> 'selfApproval', 'forbid') FROM tenants WHERE id = $1) = 'forbid'))
     GROUP BY v.task_id, v.id`,
    [tenantId, taskIds],
  );
  return byTask(rows);
}

function byTask<T>(rows: ({ taskId: string } & T)[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const list = found.get(row.taskId);
    if (list === undefined) found.set(row.taskId, [row]);
    else list.push(row);
  }
  return found;
}
