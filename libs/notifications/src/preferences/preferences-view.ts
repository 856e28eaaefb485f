import type { NotificationKind } from '../events/notification-kind';
import type { Hours } from './moment';
import type { DeliveryMode } from './told-how';

/** A way by which this installation reaches people. */
export interface ChannelView {
  name: string;
  /** How long something urgent waits there where nobody has chosen. */
  defaultDelaySeconds: number;
  /** Whether it reaches only who has connected an address. */
  addressed: boolean;
}

/** How one kind is told by one channel, and whether the person may change it. */
export interface PreferenceView {
  kind: NotificationKind;
  channel: string;
  mode: DeliveryMode;
  delaySeconds: number;
  /** Whether the person has chosen it, rather than that it is the default. */
  chosen: boolean;
  locked: boolean;
}

export interface PreferencesView {
  channels: ChannelView[];
  preferences: PreferenceView[];
  hours: Hours;
}

/** What holds in a tenant for people who have not chosen. */
export interface DefaultView extends Omit<PreferenceView, 'chosen'> {
  /** Whether the tenant's admins have set it, rather than that it is Orkestra's. */
  changed: boolean;
}

export interface PreferenceChange {
  kind: NotificationKind;
  channel: string;
  /** Null to have the default again. */
  mode: DeliveryMode | null;
  /** 0 to a week; null for the default of the channel. */
  delaySeconds?: number | null | undefined;
}

export interface DefaultChange extends PreferenceChange {
  locked?: boolean | undefined;
}
