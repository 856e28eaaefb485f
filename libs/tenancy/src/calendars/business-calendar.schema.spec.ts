import type { FieldError } from '@orkestra/core';
import { DEFAULT_CALENDAR } from './business-calendar';
import { checkCalendar } from './business-calendar.schema';
import { InvalidCalendarError } from './calendars.errors';

const day = [{ from: '09:00', to: '17:00' }];
const valid = { zone: 'Europe/Berlin', hours: { monday: day } };

function fieldsOf(calendar: unknown): FieldError[] {
  try {
    checkCalendar(calendar);
  } catch (error) {
    if (error instanceof InvalidCalendarError) return error.details['fields'] as FieldError[];
    throw error;
  }
  return [];
}

describe('checkCalendar', () => {
  it('fills in what was left out', () => {
    const { hours, ...rest } = checkCalendar(valid);
    expect(rest).toEqual({ zone: 'Europe/Berlin', holidays: null, closedDates: [], openDates: [] });
    expect(hours).toMatchObject({ monday: day, tuesday: [], sunday: [] });
    expect(checkCalendar(DEFAULT_CALENDAR)).toEqual(DEFAULT_CALENDAR);
  });

  it('writes zones and codes as they are known', () => {
    const calendar = {
      ...valid,
      zone: 'asia/kolkata',
      holidays: { country: 'de', state: 'by', region: 'a' },
    };
    expect(checkCalendar(calendar)).toMatchObject({
      zone: 'Asia/Kolkata',
      holidays: { country: 'DE', state: 'BY', region: 'A' },
    });
    const timaru = { country: 'NZ', state: 'CAN', region: 'TIMARU' };
    expect(checkCalendar({ ...valid, holidays: timaru })).toMatchObject({ holidays: { region: 'Timaru' } });
  });

  it('takes nights in two parts, and parts that touch', () => {
    const night = [
      { from: '00:00', to: '06:00' },
      { from: '06:00', to: '07:00' },
      { from: '22:00', to: '24:00' },
    ];
    expect(checkCalendar({ ...valid, hours: { sunday: night } }).hours.sunday).toEqual(night);
  });

  it.each([
    ['a zone that is none', { ...valid, zone: 'Mars/Base' }, '/zone'],
    ['an offset for a zone', { ...valid, zone: '+02:00' }, '/zone'],
    ['nothing', {}, '/zone'],
    ['a calendar that never opens', { ...valid, hours: {} }, '/hours'],
    ['a day that is none', { ...valid, hours: { monday: day, funday: day } }, '/hours'],
    [
      'a time that is none',
      { ...valid, hours: { monday: [{ from: '9', to: '17:00' }] } },
      '/hours/monday/0/from',
    ],
    [
      '24:00 as a start',
      { ...valid, hours: { monday: [{ from: '24:00', to: '24:00' }] } },
      '/hours/monday/0/from',
    ],
    [
      'an end before the start',
      { ...valid, hours: { monday: [{ from: '22:00', to: '06:00' }] } },
      '/hours/monday/0',
    ],
    [
      'overlapping parts',
      { ...valid, hours: { monday: [...day, { from: '16:00', to: '18:00' }] } },
      '/hours/monday',
    ],
    ['too many parts', { ...valid, hours: { monday: Array(11).fill(day[0]) } }, '/hours/monday'],
    ['a country that is none', { ...valid, holidays: { country: 'XX' } }, '/holidays/country'],
    ['a state of another country', { ...valid, holidays: { country: 'DE', state: 'CA' } }, '/holidays/state'],
    ['a region without a state', { ...valid, holidays: { country: 'DE', region: 'A' } }, '/holidays/region'],
    [
      'a region that is none',
      { ...valid, holidays: { country: 'DE', state: 'BY', region: 'ZZ' } },
      '/holidays/region',
    ],
    ['a date that is none', { ...valid, closedDates: ['2026-02-30'] }, '/closedDates/0'],
    ['a date twice', { ...valid, closedDates: ['2026-02-01', '2026-02-01'] }, '/closedDates'],
    [
      'an open date without hours',
      { ...valid, openDates: [{ date: '2026-02-01', hours: [] }] },
      '/openDates/0/hours',
    ],
    [
      'a date both closed and open',
      { ...valid, closedDates: ['2026-02-01'], openDates: [{ date: '2026-02-01', hours: day }] },
      '/openDates/0/date',
    ],
  ])('refuses %s', (_, calendar, pointer) => {
    expect(fieldsOf(calendar).map((field) => field.pointer)).toContain(pointer);
  });
});
