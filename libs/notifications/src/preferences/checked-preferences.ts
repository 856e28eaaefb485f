import type { FieldError } from '@orkestra/core';
import { Temporal } from 'temporal-polyfill';
import { InvalidPreferenceError } from './preferences.errors';
import type { DelayChange, HoursChange, PreferenceChange } from './preferences-view';
import { MOST_RULES, type Rule } from './rule';
import { IN_APP } from './told-how';
import { languageTag } from '../words/language';

const LONGEST_DELAY_SECONDS = 7 * 86_400;
const MOST_CHANGES = 200;
const LONGEST_SUBJECT = 200;

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
    if (!isDelay(delaySeconds ?? 0)) add('delaySeconds', DELAY);
  });
  if (fields.length > 0) throw new InvalidPreferenceError(fields);
}

const DELAY = `must be 0 to ${LONGEST_DELAY_SECONDS}`;

function isDelay(seconds: number): boolean {
  return Number.isInteger(seconds) && seconds >= 0 && seconds <= LONGEST_DELAY_SECONDS;
}

/** @throws InvalidPreferenceError */
export function checkDelays(delays: readonly DelayChange[], channels: readonly string[]): void {
  const others = channels.filter((name) => name !== IN_APP);
  const fields = delays.flatMap(({ channel, delaySeconds }, index): FieldError[] => {
    if (!others.includes(channel))
      return [{ pointer: `/${index}/channel`, message: `must be one of ${others.join(', ')}` }];
    if (!isDelay(delaySeconds ?? 0)) return [{ pointer: `/${index}/delaySeconds`, message: DELAY }];
    return [];
  });
  if (fields.length > 0) throw new InvalidPreferenceError(fields);
}

/** @throws InvalidPreferenceError */
export function checkRules(rules: readonly Rule[], channels: readonly string[]): void {
  const fields: FieldError[] = [];
  if (rules.length > MOST_RULES)
    fields.push({ pointer: '', message: `takes at most ${MOST_RULES} exceptions` });
  const seen = new Set<string>();
  rules.forEach(({ subjectKind, subject, kind, channel, mode }, index) => {
    const add = (field: string, message: string) => fields.push({ pointer: `/${index}/${field}`, message });
    if (!channels.includes(channel)) add('channel', `must be one of ${channels.join(', ')}`);
    if (channel === IN_APP && mode !== 'on' && mode !== 'off')
      add('mode', 'must be on or off: the list in the app has no digest');
    if (subject.trim() === '' || subject.length > LONGEST_SUBJECT || subject.includes('\0'))
      add('subject', `takes 1 to ${LONGEST_SUBJECT} characters`);
    const key = [subjectKind, subject, kind ?? '*', channel].join('/');
    if (seen.has(key)) add('subject', 'has an exception for this kind and channel already');
    seen.add(key);
  });
  if (fields.length > 0) throw new InvalidPreferenceError(fields);
}

/** As BCP 47 writes it. @throws InvalidPreferenceError */
export function checkedLanguage(language: string): string {
  const tag = languageTag(language);
  if (tag !== undefined) return tag;
  throw new InvalidPreferenceError([
    { pointer: '/language', message: 'must be the tag of a language, such as en or de-CH' },
  ]);
}

/** With the time zone under its own name. @throws InvalidPreferenceError */
export function checkedHours(hours: HoursChange): HoursChange {
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
