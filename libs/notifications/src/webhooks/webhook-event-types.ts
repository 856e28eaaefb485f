/** What the body of an event looks like: its `version`. It changes where something is taken away, or means something else. */
export const WEBHOOK_VERSION = 1;

/** Of the test button: it comes whatever an endpoint asks for. */
export const TEST_TYPE = 'webhook.test';

/** What programs can be told of: the type, by the kind of the row in `notification_events`, and what it means. */
const TYPES = {
  created: ['task.created', 'There is a new task.'],
  claimed: ['task.claimed', 'Somebody took it.'],
  released: ['task.released', 'Whoever held it put it back.'],
  started: ['task.started', 'Whoever holds it has begun.'],
  stopped: ['task.stopped', 'Whoever holds it has paused their work on it.'],
  assigned: ['task.assigned', 'It was given to somebody.'],
  forwarded: ['task.forwarded', 'It was passed on.'],
  reassigned: ['task.reassigned', 'It was given to somebody else, since whoever held it left or is away.'],
  nominated: ['task.nominated', 'Other people may take it now.'],
  delegated: ['task.delegated', 'Whoever holds it has somebody else work on it.'],
  resolved: ['task.resolved', 'What was delegated came back.'],
  suspended: ['task.suspended', 'It rests.'],
  resumed: ['task.resumed', 'It rests no longer.'],
  escalated: ['task.escalated', 'It was escalated.'],
  notified: ['task.warned', 'A step of its escalation chain warns of it.'],
  sla_breached: ['task.breached', 'It is overdue.'],
  priority_changed: ['task.priority_changed', 'Its priority was changed.'],
  due_date_changed: ['task.due_date_changed', 'Its due date was changed.'],
  voted: ['task.voted', 'One of several approvers has voted, and the others have still to.'],
  changes_requested: ['task.changes_requested', 'An approver asks for changes.'],
  changes_answered: ['task.changes_answered', 'Changes that were asked for are made.'],
  completed: ['task.completed', 'It is answered.'],
  approved: ['task.approved', 'It is approved.'],
  rejected: ['task.rejected', 'It is rejected.'],
  cancelled: ['task.cancelled', 'It was cancelled.'],
  expired: ['task.expired', 'Nobody decided it in time.'],
  comment_added: ['task.comment_added', 'There is a new comment.'],
  comment_edited: ['task.comment_edited', 'A comment was changed.'],
  comment_deleted: ['task.comment_deleted', 'A comment was deleted.'],
  attachment_added: ['task.attachment_added', 'A file was put to it.'],
  attachment_deleted: ['task.attachment_deleted', 'A file of it was deleted.'],
  delivery_failing: ['task.delivery_failing', 'Its workflow cannot be told of what became of it.'],
  message: ['conversation.message', 'A person wrote in a conversation.'],
  workflow_completed: ['workflow.completed', 'A workflow has ended well.'],
  workflow_failed: ['workflow.failed', 'A workflow has failed, ran out of time or was lost.'],
  workflow_cancelled: ['workflow.cancelled', 'A workflow was cancelled.'],
  workflow_terminated: ['workflow.terminated', 'A workflow was ended by force.'],
  webhook_disabled: ['webhook.disabled', 'An endpoint was switched off, since nothing arrived there.'],
} as const satisfies Record<string, readonly [type: `${string}.${string}`, meaning: string]>;

export interface WebhookEventType {
  /** In dotted form, such as `task.completed`. */
  name: string;
  meaning: string;
}

export const WEBHOOK_EVENT_TYPES: readonly WebhookEventType[] = Object.values(TYPES).map(
  ([name, meaning]) => ({
    name,
    meaning,
  }),
);

/** @param kind of the row in `notification_events` */
export function webhookTypeOf(kind: string): string | undefined {
  return (TYPES as Readonly<Record<string, readonly [string, string]>>)[kind]?.[0];
}

export function isWebhookEventType(text: string): boolean {
  return WEBHOOK_EVENT_TYPES.some(({ name }) => name === text);
}
