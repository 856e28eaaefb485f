import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import type { NotificationEvent } from './notification-event';

const LONGEST_WAIT_MS = 5 * 60_000;
/** After so many failures an event is put aside, with what was wrong. */
const MOST_ATTEMPTS = 10;

/** Takes the oldest events out of the queue: with a rollback they are back, and nobody else gets them meanwhile. */
export async function takeEvents(em: EntityManager, most: number, now: Date): Promise<NotificationEvent[]> {
  const events = await queryRows<NotificationEvent>(em, TAKE, [most, now]);
  return events.sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** Puts an event off that could not be expanded. */
export async function putOff(
  em: EntityManager,
  { id, attempts }: NotificationEvent,
  problem: string,
  now: Date,
): Promise<void> {
  const wait = Math.min(LONGEST_WAIT_MS, 1_000 * 2 ** attempts) * (0.75 + Math.random() / 2);
  await queryRows(em, PUT_OFF, [id, problem.slice(0, 1_000), new Date(now.getTime() + wait)]);
}

const TAKE = `
  DELETE FROM notification_events e USING (
    SELECT id FROM notification_events
    WHERE (available_at IS NULL OR available_at <= $2) AND attempts < ${MOST_ATTEMPTS}
    ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED) due
  WHERE e.id = due.id
  RETURNING e.id, e.tenant_id AS "tenantId", e.kind, e.task_id AS "taskId", e.workflow_key AS "workflowKey",
    e.conversation_id AS "conversationId", e.actor_kind AS "actorKind", e.actor_id AS "actorId", e.params, e.at, e.attempts`;

const PUT_OFF = `
  UPDATE notification_events SET attempts = attempts + 1, problem = $2, available_at = $3 WHERE id = $1`;
