import fc from 'fast-check';
import { type BusinessCalendar, DEFAULT_CALENDAR } from '@orkestra/tenancy';
import { afterQuiet, DEFAULT_HOURS, type Hours, moment } from './moment';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const BERLIN: Hours = { ...DEFAULT_HOURS, timeZone: 'Europe/Berlin' };
const NIGHT: Hours = { ...BERLIN, quietFrom: 22 * 60, quietUntil: 7 * 60 };
const at = (text: string) => new Date(text);

test.each([
  ['in the evening before', '2027-03-01T20:59:00Z', '2027-03-01T20:59:00Z'],
  ['at the first minute', '2027-03-01T21:00:00Z', '2027-03-02T06:00:00Z'],
  ['after midnight', '2027-03-02T02:00:00Z', '2027-03-02T06:00:00Z'],
  ['at the last minute', '2027-03-02T05:59:59Z', '2027-03-02T06:00:00Z'],
  ['at the end', '2027-03-02T06:00:00Z', '2027-03-02T06:00:00Z'],
  ['in the night in which the clock goes forward', '2027-03-28T00:30:00Z', '2027-03-28T05:00:00Z'],
  ['in the night in which it goes back', '2027-10-31T00:30:00Z', '2027-10-31T06:00:00Z'],
])('a night of quiet hours %s', (_when, given, expected) => {
  expect(afterQuiet(at(given), NIGHT)).toEqual(at(expected));
});

test('hours within one day', () => {
  const lunch = { ...BERLIN, quietFrom: 12 * 60, quietUntil: 13 * 60 };
  expect(afterQuiet(at('2027-03-01T11:30:00Z'), lunch)).toEqual(at('2027-03-01T12:00:00Z'));
  expect(afterQuiet(at('2027-03-01T12:00:00Z'), lunch)).toEqual(at('2027-03-01T12:00:00Z'));
});

test('a quiet weekend lasts until Monday, and until the night after it has ended', () => {
  const weekend = { ...NIGHT, quietWeekends: true };
  expect(afterQuiet(at('2027-03-06T12:00:00Z'), weekend)).toEqual(at('2027-03-08T06:00:00Z'));
  expect(afterQuiet(at('2027-03-05T22:00:00Z'), weekend)).toEqual(at('2027-03-08T06:00:00Z'));
  expect(afterQuiet(at('2027-03-06T12:00:00Z'), { ...BERLIN, quietWeekends: true })).toEqual(
    at('2027-03-07T23:00:00Z'),
  );
});

test('waits, digests and nothing at all', () => {
  const now = at('2027-03-01T09:15:00Z');
  expect(moment({ mode: 'off', delaySeconds: 0 }, BERLIN, now)).toBeNull();
  expect(moment({ mode: 'on', delaySeconds: 600 }, BERLIN, now)).toEqual(at('2027-03-01T09:25:00Z'));
  expect(moment({ mode: 'hourly', delaySeconds: 600 }, BERLIN, now)).toEqual(at('2027-03-01T10:00:00Z'));
  expect(moment({ mode: 'daily', delaySeconds: 600 }, BERLIN, now)).toEqual(at('2027-03-02T07:00:00Z'));
  expect(moment({ mode: 'daily', delaySeconds: 0 }, { ...BERLIN, digestAt: 17 * 60 }, now)).toEqual(
    at('2027-03-01T16:00:00Z'),
  );
});

test('never before it happened, never in quiet hours, and never later than a weekend away', () => {
  const minute = fc.integer({ min: 0, max: 1_439 });
  const hours = fc.record({
    timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Chatham', 'Asia/Kolkata'),
    quietFrom: minute,
    quietUntil: minute,
    quietWeekends: fc.boolean(),
    digestAt: minute,
    quietCalendar: fc.constant(null),
    language: fc.constant(null),
  });
  const date = fc.date({
    min: at('2026-01-01T00:00:00Z'),
    max: at('2028-01-01T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(hours, date, (chosen, given) => {
      const found = afterQuiet(given, chosen);
      expect(found.getTime()).toBeGreaterThanOrEqual(given.getTime());
      expect(found.getTime() - given.getTime()).toBeLessThanOrEqual(5 * 86_400_000);
      expect(afterQuiet(found, chosen)).toEqual(found);
    }),
  );
});

const OFFICE: BusinessCalendar = {
  ...DEFAULT_CALENDAR,
  zone: 'Europe/Berlin',
  closedDates: ['2027-03-03'],
};

test.each([
  ['in working hours', '2027-03-01T09:00:00Z', '2027-03-01T09:00:00Z'],
  ['in the evening', '2027-03-01T18:00:00Z', '2027-03-02T08:00:00Z'],
  ['before a day that is closed', '2027-03-02T18:00:00Z', '2027-03-04T08:00:00Z'],
  ['on Friday night', '2027-03-05T20:00:00Z', '2027-03-08T08:00:00Z'],
])('outside the hours of a calendar it is quiet: %s', (_when, given, expected) => {
  expect(afterQuiet(at(given), { ...BERLIN, calendar: OFFICE })).toEqual(at(expected));
});

test('quiet hours and a calendar both count, and where nothing is left between them it is sent all the same', () => {
  const late = { ...BERLIN, quietFrom: 0, quietUntil: 12 * 60, calendar: OFFICE };
  expect(afterQuiet(at('2027-03-01T18:00:00Z'), late)).toEqual(at('2027-03-02T11:00:00Z'));
  const never = { ...BERLIN, quietFrom: 8 * 60, quietUntil: 18 * 60, calendar: OFFICE };
  const sent = afterQuiet(at('2027-03-01T18:00:00Z'), never).getTime();
  expect(sent).toBeLessThanOrEqual(at('2027-03-20T00:00:00Z').getTime());
  const closed = { ...OFFICE, hours: Object.fromEntries(WEEKDAYS.map((day) => [day, []])) as never };
  expect(afterQuiet(at('2027-03-01T18:00:00Z'), { ...BERLIN, calendar: closed })).toEqual(
    at('2027-03-01T18:00:00Z'),
  );
});

test('a daily digest comes in working hours', () => {
  const early = { ...BERLIN, digestAt: 6 * 60, calendar: OFFICE };
  expect(moment({ mode: 'daily', delaySeconds: 0 }, early, at('2027-03-02T09:00:00Z'))).toEqual(
    at('2027-03-04T08:00:00Z'),
  );
});
