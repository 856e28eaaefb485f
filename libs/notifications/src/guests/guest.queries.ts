import { queryRows, type Reader } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import type { GuestView } from './guest-view';

/** $1 is the tenant, $2 the present moment. */
const GUEST = `
  SELECT g.id, g.task_id AS "taskId", g.email, g.name, g.actions, u.display_name AS "invitedBy",
    g.created_at AS "createdAt", g.expires_at AS "expiresAt", g.arrived_at AS "arrivedAt", g.revoked_at AS "revokedAt",
    CASE WHEN g.revoked_at IS NOT NULL THEN 'revoked' WHEN g.expires_at <= $2 THEN 'ended'
         WHEN g.arrived_at IS NOT NULL THEN 'arrived' ELSE 'invited' END AS status
  FROM task_guests g LEFT JOIN users u ON u.tenant_id = g.tenant_id AND u.id = g.invited_by
  WHERE g.tenant_id = $1`;

export async function findGuest(
  em: EntityManager,
  [tenantId, now]: [tenantId: string, now: Date],
  id: string,
): Promise<GuestView | undefined> {
  const [guest] = await queryRows<GuestView>(em, `${GUEST} AND g.id = $3`, [tenantId, now, id]);
  return guest;
}

/** The newest first. */
export async function listGuests(
  em: EntityManager | Reader,
  [tenantId, now]: [tenantId: string, now: Date],
  taskId: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<GuestView[]> {
  const sql = `${GUEST} AND g.task_id = $3 AND ($4::uuid IS NULL OR g.id < $4) ORDER BY g.id DESC LIMIT $5`;
  return queryRows<GuestView>(em, sql, [tenantId, now, taskId, after, limit]);
}

/** How many of the task could still come or act. */
export async function countLiveGuests(
  em: EntityManager,
  [tenantId, now]: [tenantId: string, now: Date],
  taskId: string,
): Promise<number> {
  const sql = `SELECT count(*)::int AS count FROM task_guests
    WHERE tenant_id = $1 AND task_id = $3 AND revoked_at IS NULL AND expires_at > $2`;
  const [row] = await queryRows<{ count: number }>(em, sql, [tenantId, now, taskId]);
  return row?.count ?? 0;
}
