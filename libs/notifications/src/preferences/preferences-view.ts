import type { NotificationKind } from '../events/notification-kind';
import type { Hours } from './moment';
import type { Rule } from './rule';
import type { DeliveryMode } from './told-how';

/** Whether they send a code there, or type in one that is sent to the account they name. */
export const CONNECT_WAYS = ['send_code', 'receive_code'] as const;
export type ConnectWay = (typeof CONNECT_WAYS)[number];

/** A way by which this installation reaches people. */
export interface ChannelView {
  name: string;
  /** How long something urgent waits there where nobody has chosen. */
  defaultDelaySeconds: number;
  /** Whether it reaches only who has connected an address. */
  addressed: boolean;
  /** How people connect an account by themselves, with a code; null where it is done elsewhere, or not at all. */
  connectsBy: ConnectWay | null;
}

/** A channel as one person has it. */
export interface OwnChannelView extends ChannelView {
  /** How long the person has it wait; null where they have not chosen. */
  delaySeconds: number | null;
}

/** An exception, with the name of what it is about; null where that is gone. */
export interface RuleView extends Rule {
  subjectName: string | null;
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
  channels: OwnChannelView[];
  preferences: PreferenceView[];
  hours: Hours;
  /** What is otherwise for one agent, type or group. */
  exceptions: RuleView[];
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

export interface DelayChange {
  channel: string;
  /** 0 to a week; null for the default of the channel. */
  delaySeconds: number | null;
}

/** Hours as a person sets them; their language is set by itself. */
export type HoursChange = Omit<Hours, 'language' | 'quietCalendar'> & {
  quietCalendar?: string | null | undefined;
};
