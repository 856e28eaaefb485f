import { type NotificationKind, URGENCY } from '../events/notification-kind';

/** The list in the app, which is no channel: it is always there. */
export const IN_APP = 'in_app';

/** Not at all, each by itself, or together with others once an hour or once a day. */
export const DELIVERY_MODES = ['off', 'on', 'hourly', 'daily'] as const;
export type DeliveryMode = (typeof DELIVERY_MODES)[number];

/** How one kind is told by one channel. */
export interface ToldHow {
  mode: DeliveryMode;
  /** How long it waits for the person to see it elsewhere; nothing in digests. */
  delaySeconds: number;
}

interface Chosen {
  mode: DeliveryMode;
  delaySeconds: number | null;
}

export interface Choices {
  /** The person's own. */
  own?: Chosen | undefined;
  /** What the tenant's admins say. */
  tenant?: (Chosen & { locked: boolean }) | undefined;
}

/** The tenant's where it is locked, then the person's own, then the tenant's, then how much the kind presses. */
export function toldHow(
  kind: NotificationKind,
  channel: { name: string; defaultDelaySeconds: number },
  { own, tenant }: Choices,
): ToldHow {
  const chosen = tenant?.locked === true ? tenant : (own ?? tenant);
  const mode = chosen?.mode ?? defaultMode(kind, channel.name);
  return { mode, delaySeconds: chosen?.delaySeconds ?? channel.defaultDelaySeconds };
}

function defaultMode(kind: NotificationKind, channel: string): DeliveryMode {
  const urgency = URGENCY[kind];
  if (urgency === 'quiet') return 'off';
  return urgency === 'urgent' || channel === IN_APP ? 'on' : 'off';
}
