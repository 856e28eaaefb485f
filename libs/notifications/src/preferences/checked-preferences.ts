import type { FieldError } from '@orkestra/core';
import { Temporal } from 'temporal-polyfill';
import type { Hours } from './moment';
import { InvalidPreferenceError } from './preferences.errors';
import type { PreferenceChange } from './preferences-view';
import { IN_APP } from './told-how';

const LONGEST_DELAY_SECONDS = 7 * 86_400;
const MOST_CHANGES = 200;

/** @throws InvalidPreferenceError */
export function checkChanges(changes: readonly PreferenceChange[], channels: readonly string[]): void {
  const fields: FieldError[] = [];
  if (changes.length > MOST_CHANGES)
    fields.push({ pointer: '', message: `takes at most ${MOST_CHANGES} changes` });
  changes.forEach(({ channel, mode, delaySeconds }, index) => {
    const add = (field: string, message: string) => fields.push({ pointer: `/${index}/${field}`, message });
    if (!channels.includes(channel)) add('channel', `must be one of ${channels.join(', ')}`);
    if (channel === IN_APP && mode !== null && mode !== 'on' && mode !== 'off')
      add('mode', 'must be on or off: the list in the app has no digest');
    if (delaySeconds == null) return;
    if (!Number.isInteger(delaySeconds) || delaySeconds < 0 || delaySeconds > LONGEST_DELAY_SECONDS)
      add('delaySeconds', `must be 0 to ${LONGEST_DELAY_SECONDS}`);
  });
  if (fields.length > 0) throw new InvalidPreferenceError(fields);
}

/** With the time zone under its own name. @throws InvalidPreferenceError */
export function checkedHours(hours: Hours): Hours {
  const fields: FieldError[] = [];
  const timeZone = zoneOf(hours.timeZone);
  if (timeZone === undefined)
    fields.push({ pointer: '/timeZone', message: 'must be the name of a time zone, such as Europe/Berlin' });
  for (const field of ['quietFrom', 'quietUntil', 'digestAt'] as const) {
    const minutes = hours[field];
    if (minutes !== null && (!Number.isInteger(minutes) || minutes < 0 || minutes > 1_439))
      fields.push({ pointer: `/${field}`, message: 'must be minutes after midnight, 0 to 1439' });
  }
  if ((hours.quietFrom === null) !== (hours.quietUntil === null))
    fields.push({ pointer: '/quietUntil', message: 'must be given with quietFrom, or neither' });
  if (fields.length > 0) throw new InvalidPreferenceError(fields);
  return { ...hours, timeZone: timeZone ?? hours.timeZone };
}

function zoneOf(zone: string): string | undefined {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId;
  } catch {
    return undefined;
  }
}
