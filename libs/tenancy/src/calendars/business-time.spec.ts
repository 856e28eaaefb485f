import { Temporal } from 'temporal-polyfill';
import { type BusinessCalendar, DEFAULT_CALENDAR, WEEKDAYS } from './business-calendar';
import { addDelay, addWorkingDays, addWorkingTime, workingTimeBetween } from './business-time';

const HOUR = 3_600_000;

function calendar(
  zone: string,
  daily: [string, string][],
  more: Partial<BusinessCalendar> = {},
): BusinessCalendar {
  const hours = daily.map(([from, to]) => ({ from, to }));
  return {
    ...DEFAULT_CALENDAR,
    zone,
    hours: Object.fromEntries(WEEKDAYS.map((day) => [day, hours])) as unknown as BusinessCalendar['hours'],
    ...more,
  };
}

/** Monday to Friday, 09:00 to 17:00. */
const office = (zone: string, more: Partial<BusinessCalendar> = {}) => ({
  ...DEFAULT_CALENDAR,
  zone,
  ...more,
});
const at = (moment: string) => new Date(moment);
const iso = (date: Date) => date.toISOString();

describe('addWorkingTime', () => {
  it.each([
    // 2026-10-02 is a Friday.
    ['within the day', '2026-10-02T09:00:00Z', 4, '2026-10-02T13:00:00.000Z'],
    ['to the very end of the day', '2026-10-02T13:00:00Z', 4, '2026-10-02T17:00:00.000Z'],
    ['over the weekend', '2026-10-02T16:00:00Z', 2, '2026-10-05T10:00:00.000Z'],
    ['from the night', '2026-10-02T03:00:00Z', 1, '2026-10-02T10:00:00.000Z'],
    ['from closing time', '2026-10-02T17:00:00Z', 1, '2026-10-05T10:00:00.000Z'],
    ['a week of five days', '2026-10-02T12:00:00Z', 40, '2026-10-09T12:00:00.000Z'],
    ['nothing, also at night', '2026-10-03T03:00:00Z', 0, '2026-10-03T03:00:00.000Z'],
  ])('counts %s', (_, from, hours, expected) => {
    expect(iso(addWorkingTime(DEFAULT_CALENDAR, at(from), hours * HOUR))).toBe(expected);
  });

  it('leaves breaks, closed dates and holidays out, and takes extra dates in', () => {
    const split = calendar('UTC', [
      ['08:00', '12:00'],
      ['13:00', '17:00'],
    ]);
    expect(iso(addWorkingTime(split, at('2026-10-02T11:00:00Z'), 2 * HOUR))).toBe('2026-10-02T14:00:00.000Z');
    const closed = office('UTC', { closedDates: ['2026-10-05'] });
    expect(iso(addWorkingTime(closed, at('2026-10-02T16:00:00Z'), 2 * HOUR))).toBe(
      '2026-10-06T10:00:00.000Z',
    );
    const extra = office('UTC', {
      openDates: [{ date: '2026-10-03', hours: [{ from: '10:00', to: '12:00' }] }],
    });
    expect(iso(addWorkingTime(extra, at('2026-10-02T16:00:00Z'), 2 * HOUR))).toBe('2026-10-03T11:00:00.000Z');
    // 3 October is a Saturday in 2026 and the Day of German Unity; in 2025 it is a Friday.
    const german = office('Europe/Berlin', { holidays: { country: 'DE', state: 'BY' } });
    expect(iso(addWorkingTime(german, at('2025-10-02T14:00:00Z'), 2 * HOUR))).toBe(
      '2025-10-06T08:00:00.000Z',
    );
    const open = { ...german, openDates: [{ date: '2025-10-03', hours: [{ from: '09:00', to: '10:00' }] }] };
    expect(iso(addWorkingTime(open, at('2025-10-02T14:00:00Z'), 2 * HOUR))).toBe('2025-10-03T08:00:00.000Z');
  });

  it("observes a state's own holidays, those of several days, and those that begin at noon", () => {
    // Epiphany, Tuesday 6 January 2026, is a holiday in Bavaria and not in Berlin.
    const from = at('2026-01-05T15:00:00Z');
    const add = (state: string) =>
      iso(addWorkingTime(office('Europe/Berlin', { holidays: { country: 'DE', state } }), from, 2 * HOUR));
    expect([add('BE'), add('BY')]).toEqual(['2026-01-06T09:00:00.000Z', '2026-01-07T09:00:00.000Z']);
    // Seollal: 16 (substituted by none), 17 and 18 February 2026, Tuesday to Thursday.
    const korea = office('Asia/Seoul', { holidays: { country: 'KR' } });
    expect(iso(addWorkingTime(korea, at('2026-02-16T07:00:00Z'), 2 * HOUR))).toBe('2026-02-20T01:00:00.000Z');
    // Christmas Eve in Iceland begins at 13:00; in 2026 it is a Thursday and Christmas lasts until Saturday.
    const iceland = office('Atlantic/Reykjavik', { holidays: { country: 'IS' } });
    expect(iso(addWorkingTime(iceland, at('2026-12-24T12:00:00Z'), 2 * HOUR))).toBe(
      '2026-12-28T10:00:00.000Z',
    );
  });
});

describe('daylight saving', () => {
  const berlin = (daily: [string, string][]) => calendar('Europe/Berlin', daily);
  const newYork = (daily: [string, string][]) => calendar('America/New_York', daily);
  const day = (zone: string, date: string) => {
    const start = Temporal.PlainDate.from(date);
    const midnight = (days: number) => new Date(start.add({ days }).toZonedDateTime(zone).epochMilliseconds);
    return [midnight(0), midnight(1)] as const;
  };

  it.each([
    // Europe/Berlin jumps from 02:00 to 03:00 on 29 March 2026 and back from 03:00 to 02:00 on 25 October.
    ['a day of 23 hours', berlin([['00:00', '24:00']]), '2026-03-29', 23],
    ['a day of 25 hours', berlin([['00:00', '24:00']]), '2026-10-25', 25],
    ['an interval around the gap', berlin([['01:00', '04:00']]), '2026-03-29', 2],
    ['an interval that is the gap', berlin([['02:00', '03:00']]), '2026-03-29', 0],
    ['an interval within the gap', berlin([['02:15', '02:45']]), '2026-03-29', 0],
    ['an end in the gap', berlin([['01:00', '02:30']]), '2026-03-29', 1],
    ['a start in the gap', berlin([['02:30', '04:00']]), '2026-03-29', 1],
    ['an interval around the overlap', berlin([['01:00', '04:00']]), '2026-10-25', 4],
    ['an interval that is the overlap', berlin([['02:00', '03:00']]), '2026-10-25', 2],
    ['an interval within the overlap, the first time', berlin([['02:15', '02:45']]), '2026-10-25', 0.5],
    ['an end in the overlap, the first time', berlin([['01:00', '02:30']]), '2026-10-25', 1.5],
    ['a start in the overlap, the first time', berlin([['02:30', '04:00']]), '2026-10-25', 2.5],
    // America/New_York: 8 March and 1 November 2026.
    ['New York in spring', newYork([['00:00', '24:00']]), '2026-03-08', 23],
    ['New York in autumn', newYork([['00:00', '06:00']]), '2026-11-01', 7],
    // India has half hours and no daylight saving.
    ['Kolkata', calendar('Asia/Kolkata', [['00:00', '24:00']]), '2026-03-29', 24],
    // Lord Howe Island moves by half an hour; Cairo's clock skips midnight; Samoa once skipped a day.
    ['half an hour', calendar('Australia/Lord_Howe', [['00:00', '24:00']]), '2026-04-05', 24.5],
    ['no midnight', calendar('Africa/Cairo', [['00:00', '24:00']]), '2026-04-24', 23],
    ['no such day', calendar('Pacific/Apia', [['09:00', '17:00']]), '2011-12-30', 0],
  ])('%s', (_, hours, date, expected) => {
    const [from, to] = day(hours.zone, date);
    expect(workingTimeBetween(hours, from, to) / HOUR).toBe(expected);
  });

  it('keeps the time on the wall from one week to the next', () => {
    const kolkata = office('Asia/Kolkata');
    expect(iso(addWorkingTime(kolkata, at('2026-10-02T11:00:00Z'), HOUR))).toBe('2026-10-05T04:00:00.000Z');
    const friday = at('2026-03-27T16:00:00+01:00');
    expect(iso(addWorkingTime(office('Europe/Berlin'), friday, 2 * HOUR))).toBe('2026-03-30T08:00:00.000Z');
    const beforeAutumn = at('2026-10-30T16:00:00-04:00');
    expect(iso(addWorkingTime(office('America/New_York'), beforeAutumn, 2 * HOUR))).toBe(
      '2026-11-02T15:00:00.000Z',
    );
    expect(iso(addWorkingDays(office('America/New_York'), beforeAutumn, 1))).toBe('2026-11-02T21:00:00.000Z');
  });
});

describe('addWorkingDays', () => {
  const shorter = office('UTC', {
    hours: {
      ...DEFAULT_CALENDAR.hours,
      monday: [
        { from: '10:00', to: '12:00' },
        { from: '13:00', to: '15:00' },
      ],
    },
  });

  it.each([
    ['the same time of the next working day', '2026-10-01T11:30:15.250Z', 1, '2026-10-02T11:30:15.250Z'],
    ['over a weekend', '2026-10-01T14:30:00Z', 2, '2026-10-05T14:30:00.000Z'],
    ['before the opening of that day', '2026-10-02T09:15:00Z', 1, '2026-10-05T10:00:00.000Z'],
    ['in a break of that day', '2026-10-02T12:30:00Z', 1, '2026-10-05T13:00:00.000Z'],
    ['at the end of a part of that day', '2026-10-02T12:00:00Z', 1, '2026-10-05T12:00:00.000Z'],
    ['after the closing of that day', '2026-10-02T16:00:00Z', 1, '2026-10-05T15:00:00.000Z'],
    ['from the early morning: from the opening', '2026-10-01T05:00:00Z', 1, '2026-10-02T09:00:00.000Z'],
    ['from the evening: from the next opening', '2026-10-01T20:00:00Z', 1, '2026-10-05T10:00:00.000Z'],
    ['from closing time: from the next opening', '2026-10-01T17:00:00Z', 1, '2026-10-05T10:00:00.000Z'],
    ['from a Sunday', '2026-10-04T12:00:00Z', 1, '2026-10-06T10:00:00.000Z'],
    ['no days', '2026-10-04T12:00:00Z', 0, '2026-10-04T12:00:00.000Z'],
  ])('%s', (_, from, days, expected) => {
    expect(iso(addWorkingDays(shorter, at(from), days))).toBe(expected);
  });

  it('counts neither closed days nor days whose only hours the clock skips', () => {
    const closed = office('UTC', { closedDates: ['2026-10-02', '2026-10-05'] });
    expect(iso(addWorkingDays(closed, at('2026-10-01T11:00:00Z'), 1))).toBe('2026-10-06T11:00:00.000Z');
    const night = calendar('Europe/Berlin', [['02:00', '03:00']]);
    expect(iso(addWorkingDays(night, at('2026-03-28T01:30:00Z'), 1))).toBe('2026-03-30T00:30:00.000Z');
  });
});

describe('addDelay and bad input', () => {
  const from = at('2026-10-02T16:00:00Z');
  it('takes the clock, working hours or working days', () => {
    expect(iso(addDelay(DEFAULT_CALENDAR, from, { milliseconds: HOUR, calendar: false }))).toBe(
      '2026-10-02T17:00:00.000Z',
    );
    expect(iso(addDelay(DEFAULT_CALENDAR, from, { milliseconds: 2 * HOUR, calendar: true }))).toBe(
      '2026-10-05T10:00:00.000Z',
    );
    expect(iso(addDelay(DEFAULT_CALENDAR, from, { businessDays: 1 }))).toBe('2026-10-05T16:00:00.000Z');
  });

  it.each([
    {},
    { milliseconds: 1, businessDays: 1 },
    { milliseconds: -1 },
    { milliseconds: 0.5 },
    { milliseconds: Number.NaN },
    { milliseconds: Number.MAX_SAFE_INTEGER },
    { businessDays: 1.5 },
    { businessDays: -1 },
    { calendar: true },
  ])('refuses %j', (delay) => {
    expect(() => addDelay(DEFAULT_CALENDAR, from, delay)).toThrow(
      expect.objectContaining({ code: 'calendar.invalid_delay' }) as Error,
    );
  });

  it('refuses an invalid start, and says when the calendar does not reach so far', () => {
    const tooFar = expect.objectContaining({ code: 'calendar.out_of_reach' }) as Error;
    expect(() => addWorkingTime(DEFAULT_CALENDAR, new Date(Number.NaN), 1)).toThrow(/invalid date/);
    expect(() => addWorkingTime(DEFAULT_CALENDAR, from, 10 * 365 * 24 * HOUR)).toThrow(tooFar);
    expect(() => addWorkingDays(DEFAULT_CALENDAR, from, 5_000)).toThrow(tooFar);
    expect(() => workingTimeBetween(DEFAULT_CALENDAR, from, at('2056-01-01T00:00:00Z'))).toThrow(tooFar);
    const never = { ...DEFAULT_CALENDAR, hours: calendar('UTC', []).hours };
    expect(() => addWorkingTime(never, from, 1)).toThrow(tooFar);
  });

  it('finds no working time backwards', () => {
    expect(workingTimeBetween(DEFAULT_CALENDAR, from, from)).toBe(0);
    expect(workingTimeBetween(DEFAULT_CALENDAR, from, at('2026-10-02T12:00:00Z'))).toBe(0);
  });
});
