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
  /** What the person wants otherwise for whom or what it is about. */
  exception?: DeliveryMode | undefined;
  /** The person's own. */
  own?: Chosen | undefined;
  /** How long the person has the channel wait, in seconds. */
  delay?: number | undefined;
  /** What the tenant's admins say. */
  tenant?: (Chosen & { locked: boolean }) | undefined;
}

/**
 * The tenant's where it is locked; then the person's exception, then their own choice, then the tenant's, then how much the
 * kind presses. The wait is that of the choice that counts where it names one, then the person's for the channel, then
 * the tenant's, then the channel's.
 */
export function toldHow(
  kind: NotificationKind,
  channel: { name: string; defaultDelaySeconds: number },
  { exception, own, delay, tenant }: Choices,
): ToldHow {
  if (tenant?.locked === true)
    return {
      mode: tenant.mode,
      delaySeconds: tenant.delaySeconds ?? delay ?? channel.defaultDelaySeconds,
    };
  const mode = exception ?? own?.mode ?? tenant?.mode ?? defaultMode(kind, channel.name);
  const delaySeconds = own?.delaySeconds ?? delay ?? tenant?.delaySeconds ?? channel.defaultDelaySeconds;
  return { mode, delaySeconds };
}

function defaultMode(kind: NotificationKind, channel: string): DeliveryMode {
  const urgency = URGENCY[kind];
  if (urgency === 'quiet') return 'off';
  return urgency === 'urgent' || channel === IN_APP ? 'on' : 'off';
}
