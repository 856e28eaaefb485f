import type { NotificationEvent } from '../events/notification-event';
import { WEBHOOK_VERSION } from './webhook-event-types';

/** What a program is told, in ids and keys. Fields that do not concern an event are left out; an id that is not there is null. */
export type WebhookData = Readonly<Record<string, unknown>>;

/** What goes over the wire. */
export interface WebhookBody {
  type: string;
  version: number;
  /** When it happened. */
  timestamp: string;
  data: WebhookData;
}

export function bodyOf({ type, at, data }: { type: string; at: Date; data: WebhookData }): WebhookBody {
  return { type, version: WEBHOOK_VERSION, timestamp: at.toISOString(), data };
}

/** What the event itself tells; the rest is looked up as it is written down. */
export function dataOf(event: NotificationEvent): WebhookData {
  const { id, actorKind, actorId, params, kind } = event;
  const data = { eventId: id, actor: { kind: actorKind, id: actorId } };
  if (event.workflowKey !== null) return { ...data, workflowId: event.workflowKey, status: params['status'] };
  if (event.conversationId !== null) return { ...data, conversationId: event.conversationId, messageId: id };
  if (event.taskId === null) return { ...data, ...given(params, ['endpointId', 'reason']) };
  return {
    ...data,
    taskId: event.taskId,
    ...changesOf(params),
    ...(kind === 'notified' ? recipientsOf(params) : {}),
  };
}

/** Ids of what changed: comments and files by the id that is there, or was. */
function changesOf(params: Record<string, unknown>): WebhookData {
  const found: Record<string, unknown> = {};
  for (const field of ['assigneeId', 'ownerId', 'groupId'] as const) {
    const change = asChange(params[field]);
    if (change !== undefined) found[field] = change.after ?? null;
  }
  for (const field of ['commentId', 'attachmentId'] as const) {
    const change = asChange(params[field]);
    if (change !== undefined) found[field] = change.after ?? change.before ?? null;
  }
  return found;
}

function recipientsOf({ recipients }: Record<string, unknown>): WebhookData {
  return recipients === undefined ? {} : { recipients };
}

function given(params: Record<string, unknown>, fields: readonly string[]): WebhookData {
  return Object.fromEntries(fields.filter((field) => field in params).map((field) => [field, params[field]]));
}

function asChange(value: unknown): { before?: unknown; after?: unknown } | undefined {
  return typeof value === 'object' && value !== null ? value : undefined;
}
