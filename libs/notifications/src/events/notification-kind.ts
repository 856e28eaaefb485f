/** What people can be told of, and choose for themselves. */
export const NOTIFICATION_KINDS = [
  'approval_asked',
  'assigned',
  'mentioned',
  'warned',
  'breached',
  'escalated',
  'changes_requested',
  'commented',
  'message',
  'completed',
  'cancelled',
  'expired',
  'created',
  'claimed',
  'workflow_failed',
  'delivery_failing',
  'webhook_disabled',
] as const;

export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/**
 * How much it presses where nobody has chosen: `urgent` reaches people by every channel they have, `normal` in the app
 * alone, and of `quiet` they are not told at all.
 */
export type Urgency = 'urgent' | 'normal' | 'quiet';

export const URGENCY: Readonly<Record<NotificationKind, Urgency>> = {
  approval_asked: 'urgent',
  assigned: 'urgent',
  mentioned: 'urgent',
  warned: 'urgent',
  breached: 'urgent',
  escalated: 'urgent',
  changes_requested: 'urgent',
  workflow_failed: 'urgent',
  delivery_failing: 'urgent',
  webhook_disabled: 'urgent',
  commented: 'normal',
  message: 'normal',
  completed: 'normal',
  cancelled: 'normal',
  expired: 'normal',
  // An inbox that is open shows both; told to everybody of a queue they would bury the rest.
  created: 'quiet',
  claimed: 'quiet',
};

/** Kinds that ask a person to do something with the task: once it is done, nobody need be told. */
const ASKS: readonly NotificationKind[] = [
  'approval_asked',
  'assigned',
  'warned',
  'breached',
  'escalated',
  'created',
];

export function asksForWork(kind: NotificationKind): boolean {
  return ASKS.includes(kind);
}

export function isNotificationKind(text: string): text is NotificationKind {
  return (NOTIFICATION_KINDS as readonly string[]).includes(text);
}
