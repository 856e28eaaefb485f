import type { CalendarFragment, PutBusinessCalendarInput } from '../generated/graphql';

export interface Hours {
  from: string;
  to: string;
}

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

type Weekday = (typeof weekdays)[number];
export type Week = Record<Weekday, Hours[]>;

/** A calendar as somebody writes it; empty texts are what has not been chosen. */
export interface CalendarDraft {
  key: string;
  name: string;
  zone: string;
  hours: Week;
  country: string;
  state: string;
  region: string;
  closedDates: string[];
  openDates: { date: string; hours: Hours[] }[];
}

export const nineToFive: Hours = { from: '09:00', to: '17:00' };

/** Monday to Friday, 9 to 17, where whoever makes it is. */
export function newCalendar(): CalendarDraft {
  const week = weekdays.map(
    (day) => [day, day === 'saturday' || day === 'sunday' ? [] : [nineToFive]] as const,
  );
  return {
    key: '',
    name: '',
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    hours: Object.fromEntries(week) as unknown as Week,
    country: '',
    state: '',
    region: '',
    closedDates: [],
    openDates: [],
  };
}

export function toDraft({
  key,
  name,
  zone,
  hours,
  holidays,
  closedDates,
  openDates,
}: CalendarFragment): CalendarDraft {
  return {
    key,
    name,
    zone,
    hours: Object.fromEntries(weekdays.map((day) => [day, hours[day].map(bare)])) as unknown as Week,
    country: holidays?.country ?? '',
    state: holidays?.state ?? '',
    region: holidays?.region ?? '',
    closedDates: [...closedDates],
    openDates: openDates.map((open) => ({ date: open.date, hours: open.hours.map(bare) })),
  };
}

/** As the server takes it. */
export function toInput(draft: CalendarDraft): PutBusinessCalendarInput {
  const { country, state, region, ...calendar } = draft;
  const place = { country, state: state || undefined, region: region || undefined };
  return { ...calendar, holidays: country === '' ? undefined : place };
}

/** A key out of a name: "Berlin office" → "berlin-office". */
export function keyOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 63);
}

/** Without what the cache adds. */
function bare({ from, to }: Hours): Hours {
  return { from, to };
}
