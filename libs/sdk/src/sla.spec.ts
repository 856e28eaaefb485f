import { deadline, timeout } from './sla';

describe('timeout', () => {
  it('is so many milliseconds', () => expect(timeout('30m')).toEqual({ timeoutMs: 1_800_000 }));

  it.each(['0s', 0, '-1m', 'soon'])('refuses %p', (duration) =>
    expect(() => timeout(duration)).toThrow(/is not a duration/),
  );
});

describe('deadline', () => {
  it('is a moment, whatever the time zone it is written in', () => {
    const expected = { dueAt: '2027-01-31T17:00:00.000Z' };
    expect(deadline('2027-01-31T18:00:00+01:00')).toEqual(expected);
    expect(deadline(new Date('2027-01-31T17:00:00Z'))).toEqual(expected);
  });

  it.each(['2027-01-31', '2027-01-31T17:00:00', 'tomorrow', '2027-02-31T99:00:00Z', new Date('x')])(
    'refuses %p',
    (moment) => expect(() => deadline(moment)).toThrow(expect.objectContaining({ type: 'deadline.invalid' })),
  );
});
