import {
  deadline,
  deadlineWithEscalation,
  tierBasedTimeout,
  timeout,
  timeoutWithEscalation,
  timeoutWithWarning,
} from './sla';

describe('timeout', () => {
  it('is so many milliseconds', () => expect(timeout('30m')).toEqual({ timeoutMs: 1_800_000 }));

  it('may count working time, or business days', () => {
    expect(timeout('4h', { calendar: true })).toEqual({ timeoutMs: 14_400_000, calendar: true });
    expect(timeout('1bd')).toEqual({ businessDays: 1 });
    // A business day is working time by itself.
    expect(timeout('10bd', { calendar: true })).toEqual({ businessDays: 10 });
  });

  it.each(['0s', 0, '-1m', 'soon', '999ms', '6w1y', '1827d', '0bd', '1001bd', '-1bd', '1bd4h', '1.5bd'])(
    'refuses %p',
    (duration) => expect(() => timeout(duration)).toThrow(/is not a duration/),
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

describe('timeoutWithWarning', () => {
  it('notifies somebody before the task is due', () => {
    expect(timeoutWithWarning('30m', { warnBefore: '10m', group: 'leads', ifUnclaimed: true })).toEqual({
      timeoutMs: 1_800_000,
      chain: [{ action: 'notify', fromDueMs: -600_000, to: { group: 'leads' }, ifUnclaimed: true }],
    });
    expect(timeoutWithWarning('2bd', { warnBefore: '1h', message: 'Soon' })).toEqual({
      businessDays: 2,
      chain: [{ action: 'notify', fromDueMs: -3_600_000, message: 'Soon' }],
    });
  });

  it.each(['30m', '1h', '0s', '-5m', '1bd'])('refuses a warning %p before a due date in 30m', (warnBefore) =>
    expect(() => timeoutWithWarning('30m', { warnBefore })).toThrow(/is not a duration/),
  );
});

describe('timeoutWithEscalation and deadlineWithEscalation', () => {
  it('hand the task on when it is due', () => {
    expect(timeoutWithEscalation('30m', { group: 'support-l2' })).toEqual({
      timeoutMs: 1_800_000,
      chain: [{ action: 'escalate', fromDueMs: 0, to: { group: 'support-l2' } }],
    });
    const moment = '2027-01-31T17:00:00.000Z';
    expect(deadlineWithEscalation(moment, { user: 'boss', warnBefore: '1h', message: 'Late' })).toEqual({
      dueAt: moment,
      chain: [
        { action: 'notify', fromDueMs: -3_600_000 },
        { action: 'escalate', fromDueMs: 0, to: { user: 'boss' }, message: 'Late' },
      ],
    });
  });
});

describe('tierBasedTimeout', () => {
  const tiers = { gold: '15m', silver: '1bd' };

  it('takes the time of the tier', () => {
    expect(tierBasedTimeout(tiers, 'gold')).toEqual({ timeoutMs: 900_000 });
    expect(tierBasedTimeout(tiers, 'silver')).toEqual({ businessDays: 1 });
  });

  it.each(['bronze', '', 'toString'])('names the tiers that it knows instead of %p', (tier) =>
    expect(() => tierBasedTimeout(tiers, tier)).toThrow('Known tiers: gold, silver.'),
  );
});
