import fc from 'fast-check';
import { MAX_DURATION_MS, addDurations, formatDuration, isDuration, parseDuration } from './durations';

const milliseconds = fc.integer({ min: 0, max: MAX_DURATION_MS });

describe('parseDuration', () => {
  it.each([
    ['250ms', 250],
    ['90s', 90_000],
    ['30m', 1_800_000],
    ['1h30m', 5_400_000],
    ['2d', 172_800_000],
    ['1w', 604_800_000],
    ['1w2d3h4m5s6ms', 788_645_006],
    ['0s', 0],
    ['PT30M', 1_800_000],
    ['PT1H30M', 5_400_000],
    ['P1DT12H', 129_600_000],
    ['P2W', 1_209_600_000],
    ['PT90S', 90_000],
    [1_500, 1_500],
  ])('reads %p', (duration, expected) => {
    expect(parseDuration(duration)).toBe(expected);
  });

  it.each([
    '',
    ' ',
    '30',
    '-5m',
    '1y2x',
    '1.5h',
    '30m1h',
    '1h1h',
    '30 m',
    '30M',
    'm',
    'P',
    'PT',
    'P1',
    'pt30m',
    'P1DT',
  ])('refuses %p', (duration) => expect(() => parseDuration(duration)).toThrow(/is not a duration/));

  it.each(['P1Y', 'P3M', 'P1Y2M3D'])('refuses the calendar units of %p', (duration) =>
    expect(() => parseDuration(duration)).toThrow(/no fixed length/),
  );

  it.each(['1bd', '2bd4h'])('refuses %p and says where business days count', (duration) =>
    expect(() => parseDuration(duration)).toThrow(/timeout\("1bd"\)/),
  );

  it.each([-1, 1.5, NaN, Infinity])('refuses the number %p', (duration) =>
    expect(() => parseDuration(duration)).toThrow(/whole number/),
  );

  it.each([MAX_DURATION_MS + 1, '36501d', '99999999999999999999w', '9'.repeat(400) + 's'])(
    'refuses %p, which is beyond 100 years',
    (duration) => expect(() => parseDuration(duration)).toThrow(/is not a duration/),
  );

  it('fails in a way that ends a workflow', () => {
    expect(() => parseDuration('soon')).toThrow(
      expect.objectContaining({ type: 'duration.invalid', nonRetryable: true }),
    );
  });
});

describe('durations together', () => {
  it('reads back what it writes', () => {
    fc.assert(fc.property(milliseconds, (value) => parseDuration(formatDuration(value)) === value));
  });

  it('writes in the longest units first', () => {
    expect(formatDuration('90m')).toBe('1h30m');
    expect(formatDuration('PT168H')).toBe('1w');
    expect(formatDuration(0)).toBe('0s');
  });

  it('reads ISO 8601 and the short form alike', () => {
    const parts = fc.tuple(fc.nat(500), fc.nat(500), fc.nat(500), fc.nat(500));
    fc.assert(
      fc.property(parts, ([d, h, m, s]) =>
        expect(parseDuration(`P${d}DT${h}H${m}M${s}S`)).toBe(parseDuration(`${d}d${h}h${m}m${s}s`)),
      ),
    );
  });

  it('adds in any order', () => {
    const half = fc.integer({ min: 0, max: MAX_DURATION_MS / 2 });
    fc.assert(
      fc.property(half, half, (a, b) => {
        expect(parseDuration(addDurations(a, formatDuration(b)))).toBe(a + b);
        expect(addDurations(a, b)).toBe(addDurations(b, a));
      }),
    );
    expect(addDurations()).toBe('0s');
    expect(() => addDurations(MAX_DURATION_MS, 1)).toThrow(/100 years/);
  });

  it('agrees with isDuration for any text', () => {
    const almost = fc.stringMatching(/^-?P?T?(\d{1,6}[wdhmsWDHMSxy]s?){0,4}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), almost), (text) => {
        if (isDuration(text)) expect(parseDuration(text)).toBeGreaterThanOrEqual(0);
        else expect(() => parseDuration(text)).toThrow();
      }),
    );
    expect([null, undefined, {}, [], true, 5n].map(isDuration)).not.toContain(true);
  });
});
