import { escalationChain } from './escalation-chain';
import { approvalEscalation, tieredSupport } from '../task/escalation-patterns';

const MINUTE = 60_000;

describe('escalationChain', () => {
  it('lists the steps with their times and targets', () => {
    const chain = escalationChain()
      .notifyAfter('15m', { ifUnclaimed: true, message: 'Still open' })
      .reassignAfter('20m', { user: 'kim@example.com' })
      .escalateAfter('30m', { group: 'support-l2' })
      .expireAfter('1d')
      .build();
    expect(chain).toEqual([
      { action: 'notify', after: { milliseconds: 15 * MINUTE }, ifUnclaimed: true, message: 'Still open' },
      { action: 'reassign', after: { milliseconds: 20 * MINUTE }, to: { user: 'kim@example.com' } },
      { action: 'escalate', after: { milliseconds: 30 * MINUTE }, to: { group: 'support-l2' } },
      { action: 'expire', after: { milliseconds: 1440 * MINUTE } },
    ]);
  });

  it('counts working time and business days, and leaves their order among others to the server', () => {
    const chain = escalationChain()
      .notifyAfter('4h', { calendar: true })
      .escalateAfter('1bd', { group: 'leads' })
      .expireAfter('3h')
      .build();
    expect(chain.map(({ after }) => after)).toEqual([
      { milliseconds: 240 * MINUTE, calendar: true },
      { businessDays: 1 },
      { milliseconds: 180 * MINUTE },
    ]);
  });

  it('takes steps at the same time', () =>
    expect(escalationChain().notifyAfter('1h').escalateAfter('60m').build()).toHaveLength(2));

  it.each([
    [
      'an earlier step behind a later one',
      () => escalationChain().notifyAfter('30m').escalateAfter('15m'),
      'escalate after 15m stands behind notify after 30m',
    ],
    [
      'fewer business days',
      () => escalationChain().notifyAfter('2bd').escalateAfter('1bd'),
      'escalate after 1bd stands behind notify after 2bd',
    ],
    [
      'a step behind the end',
      () => escalationChain().expireAfter('1h').notifyAfter('2h'),
      'nothing can follow expire after 1h',
    ],
    [
      'two targets',
      () => escalationChain().notifyAfter('1h', { user: 'a', group: 'b' } as never),
      'not to both',
    ],
    [
      'too many steps',
      () =>
        Array.from({ length: 21 }).reduce<ReturnType<typeof escalationChain>>(
          (chain) => chain.notifyAfter('1h'),
          escalationChain(),
        ),
      'more than 20 steps',
    ],
  ])('refuses %s', (_what, build, message) => {
    expect(build).toThrow(expect.objectContaining({ type: 'escalation.invalid', nonRetryable: true }));
    expect(build).toThrow(message);
  });

  it('refuses to be empty, and times that are none', () => {
    expect(() => escalationChain().build()).toThrow(expect.objectContaining({ type: 'escalation.empty' }));
    expect(() => escalationChain().notifyAfter('-5m')).toThrow(/is not a duration/);
    expect(() => escalationChain().notifyAfter('1y2x')).toThrow(/is not a duration/);
  });
});

describe('tieredSupport', () => {
  it('begins with the first tier and goes up after the time of each', () => {
    expect(
      tieredSupport([{ group: 'l1', within: '15m' }, { group: 'l2', within: '1h' }, { group: 'l3' }]),
    ).toEqual({
      assignTo: { group: 'l1' },
      sla: {
        chain: [
          { action: 'escalate', after: { milliseconds: 15 * MINUTE }, to: { group: 'l2' } },
          { action: 'escalate', after: { milliseconds: 75 * MINUTE }, to: { group: 'l3' } },
        ],
      },
    });
  });

  it('is due when the time of the last tier ends', () => {
    expect(
      tieredSupport([
        { group: 'l1', within: '1bd' },
        { user: 'kim', within: '2bd' },
      ]),
    ).toEqual({
      assignTo: { group: 'l1' },
      sla: {
        businessDays: 3,
        chain: [{ action: 'escalate', after: { businessDays: 1 }, to: { user: 'kim' } }],
      },
    });
  });

  it.each([
    ['no tier', () => tieredSupport([]), 'at least one level'],
    ['a tier of nobody', () => tieredSupport([{ within: '1h' } as never]), 'at least one level'],
    [
      'a tier without a time',
      () => tieredSupport([{ group: 'l1' }, { group: 'l2' }]),
      'level 1 needs a time',
    ],
  ])('refuses %s', (_what, build, message) => expect(build).toThrow(message));

  it('refuses times that cannot be added', () =>
    expect(() =>
      tieredSupport([
        { group: 'l1', within: '1h' },
        { group: 'l2', within: '1bd' },
      ]),
    ).toThrow(expect.objectContaining({ type: 'sla.mixed_clocks' })));
});

it('approvalEscalation lets the approval expire after the last level', () => {
  expect(
    approvalEscalation(
      [
        { user: 'lead', within: '1d' },
        { user: 'boss', within: '1d' },
      ],
      { calendar: true },
    ),
  ).toEqual({
    assignTo: { user: 'lead' },
    sla: {
      timeoutMs: 2880 * MINUTE,
      calendar: true,
      chain: [
        { action: 'escalate', after: { milliseconds: 1440 * MINUTE, calendar: true }, to: { user: 'boss' } },
        { action: 'expire', after: { milliseconds: 2880 * MINUTE, calendar: true } },
      ],
    },
  });
});
