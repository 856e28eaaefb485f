import type { FieldError } from '@orkestra/core';
import { InvalidEscalationChainError } from './directory.errors';
import { checkEscalationChain, targetsOf } from './escalation-chain.schema';
import type { EscalationStep } from './escalation-step.schema';

const HOUR = 3_600_000;
const notify = (after: object) => ({ action: 'notify', after });
const chain: EscalationStep[] = [
  { action: 'notify', after: { milliseconds: HOUR }, ifUnclaimed: true, message: 'Nobody has begun' },
  { action: 'reassign', after: { milliseconds: 4 * HOUR, calendar: true }, to: { group: 'support-l2' } },
  { action: 'escalate', after: { businessDays: 1 }, to: { user: 'lee@demo.test' } },
  { action: 'expire', fromDueMs: 2 * HOUR },
];

function pointersOf(wrong: unknown): string[] {
  try {
    checkEscalationChain(wrong);
  } catch (error) {
    if (error instanceof InvalidEscalationChainError) {
      return (error.details['fields'] as FieldError[]).map(({ pointer }) => pointer);
    }
    throw error;
  }
  return [];
}

describe('checkEscalationChain', () => {
  it('keeps what is right, and names whom it goes to', () => {
    expect(checkEscalationChain(chain)).toEqual(chain);
    expect(targetsOf(chain)).toEqual({ users: ['lee@demo.test'], groups: ['support-l2'] });
  });

  it.each([
    ['no list', 'x', ''],
    ['no steps', [], ''],
    ['too many steps', Array(21).fill(notify({ businessDays: 1 })), ''],
    ['an unknown action', [{ action: 'shout', after: { businessDays: 1 } }], '/0/action'],
    ['an unknown field', [{ ...notify({ businessDays: 1 }), when: 1 }], '/0'],
    ['no time', [{ action: 'notify' }], '/0'],
    ['two times', [{ ...notify({ businessDays: 1 }), fromDueMs: 1 }], '/0'],
    ['two lengths', [notify({ businessDays: 1, milliseconds: HOUR })], '/0/after'],
    ['a negative length', [notify({ milliseconds: -5 * 60_000 })], '/0/after/milliseconds'],
    ['half a day', [notify({ businessDays: 0.5 })], '/0/after/businessDays'],
    ['a reassignment to nobody', [{ action: 'reassign', after: { businessDays: 1 } }], '/0/to'],
    ['a target of two', [{ ...notify({ businessDays: 1 }), to: { user: 'a', group: 'b' } }], '/0/to'],
    [
      'a step after the end',
      [{ action: 'expire', after: { businessDays: 1 } }, notify({ businessDays: 2 })],
      '/1',
    ],
    ['hours in the wrong order', [notify({ milliseconds: 2 * HOUR }), notify({ milliseconds: HOUR })], '/1'],
    ['days in the wrong order', [notify({ businessDays: 2 }), notify({ businessDays: 1 })], '/1'],
    [
      'working hours before fewer hours of the clock',
      [notify({ milliseconds: 2 * HOUR, calendar: true }), notify({ milliseconds: HOUR })],
      '/1',
    ],
    [
      'due dates in the wrong order',
      [
        { action: 'notify', fromDueMs: 0 },
        { action: 'notify', fromDueMs: -HOUR },
      ],
      '/1',
    ],
    [
      'the wrong order further up',
      [notify({ milliseconds: 2 * HOUR }), notify({ businessDays: 1 }), notify({ milliseconds: HOUR })],
      '/2',
    ],
  ])('refuses %s', (_, wrong, pointer) => {
    expect(pointersOf(wrong)).toContain(pointer);
  });

  it('leaves alone what only the moment can tell', () => {
    const open = [
      notify({ milliseconds: 2 * HOUR }),
      notify({ milliseconds: HOUR, calendar: true }),
      notify({ businessDays: 1 }),
      { action: 'notify', fromDueMs: -HOUR },
    ];
    expect(pointersOf(open)).toEqual([]);
  });
});
