import { fromLocalDateTime, fromLocalTime, toLocalDateTime, toLocalTime } from './moment-values';

describe('times', () => {
  it.each([
    ['09:15', 0, '09:15:00Z'],
    ['09:15', 330, '09:15:00+05:30'],
    ['23:00', -210, '23:00:00-03:30'],
  ])('writes %s at offset %d as %s and reads it back', (local, offset, written) => {
    expect(fromLocalTime(local, offset)).toBe(written);
    expect(toLocalTime(written, offset)).toBe(local);
  });

  it('shows a time of another zone in local time, also across midnight', () => {
    expect(toLocalTime('23:30:00Z', 60)).toBe('00:30');
    expect(toLocalTime('00:15:00+02:00', 0)).toBe('22:15');
  });

  it('takes what is empty or broken as nothing', () => {
    expect(fromLocalTime('', 60)).toBeUndefined();
    expect(toLocalTime('soon', 60)).toBe('');
    expect(fromLocalDateTime('')).toBeUndefined();
    expect(toLocalDateTime('soon')).toBe('');
  });
});

describe('dates with a time', () => {
  it('survive the way to the input and back', () => {
    const instant = '2026-07-01T10:30:00.000Z';
    expect(fromLocalDateTime(toLocalDateTime(instant))).toBe(instant);
  });
});
