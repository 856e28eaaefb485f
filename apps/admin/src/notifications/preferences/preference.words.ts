import type { NotificationMode } from '../../generated/graphql';

const CHANNEL_LABELS: Readonly<Record<string, string>> = {
  in_app: 'In the app',
  email: 'E-mail',
  push: 'Push',
  telegram: 'Telegram',
  sms: 'SMS',
  slack: 'Slack',
  teams: 'Microsoft Teams',
};

export function channelLabel(name: string): string {
  return CHANNEL_LABELS[name] ?? name;
}

export interface Choice {
  value: string;
  label: string;
}

const MODES: Readonly<Record<NotificationMode, string>> = {
  OFF: 'Not at all',
  ON: 'Each by itself',
  HOURLY: 'Hourly digest',
  DAILY: 'Daily digest',
};

/** The list in the app has no digest. */
export function modeChoices(channel: string): Choice[] {
  const modes: NotificationMode[] = channel === 'in_app' ? ['OFF', 'ON'] : ['OFF', 'ON', 'HOURLY', 'DAILY'];
  return modes.map((value) => ({ value, label: MODES[value] }));
}

/** Minutes after midnight as a time field has them: `08:30`; empty for none. */
export function timeOf(minutes: number | null | undefined): string {
  if (minutes == null) return '';
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${hour}:${minute}`;
}

/** Null for what is no time. */
export function minutesOf(time: string): number | null {
  const [, hour, minute] = /^(\d{2}):(\d{2})/.exec(time) ?? [];
  if (hour === undefined || minute === undefined) return null;
  const minutes = Number(hour) * 60 + Number(minute);
  return minutes < 1_440 ? minutes : null;
}
