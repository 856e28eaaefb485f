import { oneLine } from '@orkestra/core';
import type { NotificationKind } from '../events/notification-kind';
import type { ChannelMessage, MessageItem } from '../channels/notification-channel';

/** What happened, without the task: its title stands beside it. */
const SENTENCES: Readonly<Record<NotificationKind, (who: string | null) => string>> = {
  approval_asked: (who) => (who === null ? 'An approval is asked of you' : `${who} asks for your approval`),
  assigned: (who) => (who === null ? 'A task was given to you' : `${who} gave you a task`),
  mentioned: (who) => `${who ?? 'Somebody'} mentioned you in a comment`,
  warned: () => 'A task needs your attention',
  breached: () => 'A task is overdue',
  escalated: (who) => (who === null ? 'A task was escalated' : `${who} escalated a task`),
  changes_requested: (who) => `${who ?? 'Somebody'} asks you to change something`,
  commented: (who) => `${who ?? 'Somebody'} commented`,
  message: () => 'There is a new message in the conversation',
  completed: (who) => (who === null ? 'It is decided' : `${who} decided it`),
  cancelled: (who) => (who === null ? 'It was cancelled' : `${who} cancelled it`),
  expired: () => 'It has expired: nobody decided in time',
  created: () => 'There is a new task in your queue',
  claimed: (who) => `${who ?? 'Somebody'} took it`,
  workflow_failed: () => 'A workflow has failed',
  delivery_failing: () => 'A workflow cannot be told of a decision',
};

const LONGEST_SUBJECT = 150;

export function sentenceOf({
  kind,
  count,
  actorName,
}: Pick<MessageItem, 'kind' | 'count' | 'actorName'>): string {
  const sentence = SENTENCES[kind](actorName);
  return count > 1 ? `${sentence}, ${count} times` : sentence;
}

/** Of one task always the same, so that its mails stand together in every client. */
export function subjectOf({ items, tenant }: ChannelMessage): string {
  const [first] = items;
  if (items.length > 1 || first === undefined) return cut(`${items.length} notifications · ${tenant.name}`);
  return cut(`${first.task?.title ?? first.workflowKey ?? sentenceOf(first)} · ${tenant.name}`);
}

export function dueWords(dueAt: Date): string {
  return `Due ${dueAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function cut(text: string): string {
  const line = oneLine(text);
  return line.length <= LONGEST_SUBJECT ? line : `${line.slice(0, LONGEST_SUBJECT - 1)}…`;
}
