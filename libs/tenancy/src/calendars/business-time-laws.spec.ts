import fc from 'fast-check';
import { type BusinessCalendar, DEFAULT_CALENDAR, type OpeningHours, WEEKDAYS } from './business-calendar';
import { addWorkingDays, addWorkingTime, workingTimeBetween } from './business-time';

describe('laws of business time', () => {
  const zones = [
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'Africa/Cairo',
    'UTC',
  ];
  const clock = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  const dayHours = fc
    .uniqueArray(fc.integer({ min: 0, max: 144 }), { minLength: 0, maxLength: 6 })
    .map((tens) => {
      const sorted = tens.toSorted((a, b) => a - b).map((ten) => ten * 10);
      const parts: OpeningHours[] = [];
      for (let index = 0; index + 1 < sorted.length; index += 2) {
        parts.push({ from: clock(sorted[index] ?? 0), to: clock(sorted[index + 1] ?? 0) });
      }
      return parts;
    });
  const calendars = fc
    .record({
      zone: fc.constantFrom(...zones),
      days: fc.tuple(dayHours, dayHours, dayHours, dayHours, dayHours, dayHours, dayHours),
      holidays: fc.constantFrom(null, { country: 'DE', state: 'BY' }, { country: 'US' }),
    })
    .filter(({ days }) => days.some((hours) => hours.length > 0))
    .map(({ zone, days, holidays }): BusinessCalendar => ({
      ...DEFAULT_CALENDAR,
      zone,
      holidays,
      hours: Object.fromEntries(
        WEEKDAYS.map((name, index) => [name, days[index] ?? []]),
      ) as unknown as BusinessCalendar['hours'],
    }));
  const moments = fc.date({
    min: new Date('2025-01-01T00:00:00Z'),
    max: new Date('2027-12-31T00:00:00Z'),
    noInvalidDate: true,
  });
  /** Within reach of the smallest calendar, of ten minutes a week. */
  const lengths = fc.integer({ min: 0, max: 400 * 60_000 });

  it('as much time passes as was added, and the first such moment is found', () => {
    fc.assert(
      fc.property(calendars, moments, lengths, (hours, from, length) => {
        const to = addWorkingTime(hours, from, length);
        expect(workingTimeBetween(hours, from, to)).toBe(length);
        if (length === 0) expect(to).toEqual(from);
        else expect(workingTimeBetween(hours, from, new Date(to.getTime() - 1))).toBe(length - 1);
      }),
      { numRuns: 200 },
    );
  });

  it('adding in two steps is adding at once, and later starts and longer times end later', () => {
    fc.assert(
      fc.property(calendars, moments, lengths, lengths, (hours, from, first, second) => {
        const between = addWorkingTime(hours, from, first);
        const end = addWorkingTime(hours, from, first + second);
        expect(end.getTime()).toBeGreaterThanOrEqual(between.getTime());
        if (second > 0) expect(addWorkingTime(hours, between, second)).toEqual(end);
        const later = new Date(from.getTime() + second);
        expect(addWorkingTime(hours, later, first).getTime()).toBeGreaterThanOrEqual(between.getTime());
      }),
      { numRuns: 200 },
    );
  });

  it('days end within working time, each later than the one before', () => {
    fc.assert(
      fc.property(calendars, moments, fc.integer({ min: 1, max: 20 }), (hours, from, days) => {
        const end = addWorkingDays(hours, from, days);
        // The closing time of a day is still within it, so there is work just before or just after.
        const around = [new Date(end.getTime() - 1), new Date(end.getTime() + 1)] as const;
        expect(workingTimeBetween(hours, ...around)).toBeGreaterThan(0);
        expect(addWorkingDays(hours, from, days + 1).getTime()).toBeGreaterThan(end.getTime());
      }),
      { numRuns: 200 },
    );
  });

  it('agrees with a clock on the wall that is read every minute', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        moments,
        fc.integer({ min: 0, max: 6_000 }),
        (zone, moment, minutes) => {
          const hours = { ...DEFAULT_CALENDAR, zone };
          const from = new Date(Math.floor(moment.getTime() / 60_000) * 60_000);
          const wall = new Intl.DateTimeFormat('en-GB', {
            timeZone: zone,
            weekday: 'short',
            hour: '2-digit',
            hourCycle: 'h23',
          });
          let counted = 0;
          for (let minute = 0; minute < minutes; minute++) {
            const parts = wall.formatToParts(from.getTime() + minute * 60_000);
            const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
            const hour = Number(part('hour'));
            if (!['Sat', 'Sun'].includes(part('weekday')) && hour >= 9 && hour < 17) counted++;
          }
          const to = new Date(from.getTime() + minutes * 60_000);
          expect(workingTimeBetween(hours, from, to)).toBe(counted * 60_000);
        },
      ),
      { numRuns: 25 },
    );
  });
});
