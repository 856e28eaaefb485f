import type { NotificationKind, NotificationPartsFragment } from '../generated/graphql';

type Told = Pick<NotificationPartsFragment, 'kind' | 'count' | 'actor' | 'taskTitle'>;

/** What happened, without the task: its title stands beside it. */
const SENTENCES: Readonly<Record<NotificationKind, (who: string | null) => string>> = {
  APPROVAL_ASKED: (who) => (who === null ? 'An approval is asked of you' : `${who} asks for your approval`),
  ASSIGNED: (who) => (who === null ? 'A task was given to you' : `${who} gave you a task`),
  MENTIONED: (who) => `${who ?? 'Somebody'} mentioned you`,
  WARNED: () => 'A task needs your attention',
  BREACHED: () => 'A task is overdue',
  ESCALATED: (who) => (who === null ? 'A task was escalated' : `${who} escalated a task`),
  CHANGES_REQUESTED: (who) => `${who ?? 'Somebody'} asks you to change something`,
  COMMENTED: (who) => `${who ?? 'Somebody'} commented`,
  MESSAGE: () => 'There is a new message in the conversation',
  COMPLETED: (who) => (who === null ? 'It is decided' : `${who} decided it`),
  CANCELLED: (who) => (who === null ? 'It was cancelled' : `${who} cancelled it`),
  EXPIRED: () => 'It has expired: nobody decided in time',
  CREATED: () => 'There is a new task in your queue',
  CLAIMED: (who) => `${who ?? 'Somebody'} took it`,
  WORKFLOW_FAILED: () => 'A workflow has failed',
  DELIVERY_FAILING: () => 'A workflow cannot be told of a decision',
  WEBHOOK_DISABLED: () => 'A webhook endpoint was switched off, since nothing arrived there',
};

/** What the settings call each kind. */
export const KIND_LABELS: Readonly<Record<NotificationKind, string>> = {
  APPROVAL_ASKED: 'An approval is asked of me',
  ASSIGNED: 'A task is given to me',
  MENTIONED: 'Somebody mentions me',
  WARNED: 'A task needs my attention in time',
  BREACHED: 'A task is overdue',
  ESCALATED: 'A task is escalated to me',
  CHANGES_REQUESTED: 'What I asked for comes back with a question',
  COMMENTED: 'Somebody comments on a task of mine',
  MESSAGE: 'A message comes in a conversation of a task that I hold',
  COMPLETED: 'What I asked for is decided',
  CANCELLED: 'A task of mine is cancelled',
  EXPIRED: 'A task of mine expires',
  CREATED: 'A task comes into one of my queues',
  CLAIMED: 'Somebody takes what I asked for',
  WORKFLOW_FAILED: 'A workflow that I started fails',
  DELIVERY_FAILING: 'A workflow cannot be told of a decision (administrators)',
  WEBHOOK_DISABLED: 'A webhook endpoint is switched off (administrators)',
};

export function notificationWords({ kind, count, actor }: Told): string {
  const who = actor === null || actor === undefined || actor.displayName === '' ? null : actor.displayName;
  const sentence = SENTENCES[kind](who);
  return count > 1 ? `${sentence}, ${count} times` : sentence;
}

/** What the bell says of itself. */
export function unreadWords(unread: number): string {
  if (unread === 0) return 'Notifications, none unread';
  return unread >= 100 ? 'Notifications, 100 or more unread' : `Notifications, ${unread} unread`;
}
