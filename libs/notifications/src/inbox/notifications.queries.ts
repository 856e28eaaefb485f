import { queryRows, type Reader } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import { MAY_SEE } from '../events/sight.queries';
import type { NotificationView } from './notification-view';

export interface NotificationPage {
  unread: boolean;
  /** Id of the last one of the page before. */
  after: string | null;
  limit: number;
}

/** The person's own, the newest first. */
export async function readNotifications(
  reader: Reader,
  { tenantId, principal }: TenantContext,
  { unread, after, limit }: NotificationPage,
): Promise<NotificationView[]> {
  return queryRows<NotificationView>(reader, unread ? UNREAD : ALL, [tenantId, principal.id, after, limit]);
}

/** @returns at most `most` */
export async function countUnread(
  reader: Reader,
  { tenantId, principal }: TenantContext,
  most: number,
): Promise<number> {
  const [row] = await queryRows<{ count: number }>(reader, COUNT, [tenantId, principal.id, most]);
  return row?.count ?? 0;
}

const listed = (condition: string) => `
  SELECT n.event_id AS id, n.kind, n.count, n.at, n.read_at AS "readAt",
    CASE WHEN n.actor_kind = 'system' THEN NULL ELSE json_build_object('kind', n.actor_kind, 'id', n.actor_id,
      'displayName', coalesce(a.display_name, s.name, '')) END AS actor,
    n.task_id AS "taskId", CASE WHEN ${MAY_SEE} THEN t.title END AS "taskTitle", n.workflow_key AS "workflowKey",
    n.conversation_id AS "conversationId", n.params
  FROM (
    SELECT * FROM notifications
    WHERE tenant_id = $1 AND person_id = $2 AND ($3::uuid IS NULL OR event_id < $3) ${condition}
    ORDER BY event_id DESC LIMIT $4) n
  JOIN users u ON u.tenant_id = n.tenant_id AND u.id = n.person_id
  LEFT JOIN tasks t ON t.tenant_id = n.tenant_id AND t.id = n.task_id
  LEFT JOIN users a ON n.actor_kind = 'user' AND a.tenant_id = n.tenant_id AND a.id::text = n.actor_id
  LEFT JOIN service_principals s ON n.actor_kind = 'service' AND s.tenant_id = n.tenant_id AND s.id::text = n.actor_id
  ORDER BY n.event_id DESC`;

const ALL = listed('');
const UNREAD = listed('AND read_at IS NULL');

const COUNT = `
  SELECT count(*)::integer AS count FROM (
    SELECT FROM notifications WHERE tenant_id = $1 AND person_id = $2 AND read_at IS NULL LIMIT $3) unread`;
