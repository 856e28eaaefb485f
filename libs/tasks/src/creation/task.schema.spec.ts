import { checkTaskSpec } from './task.schema';
import { InvalidTaskSpecError } from '../task/task.errors';

function fieldsOf(spec: unknown): unknown {
  try {
    checkTaskSpec(spec);
  } catch (error) {
    if (error instanceof InvalidTaskSpecError) return error.details.fields;
    throw error;
  }
  return 'accepted';
}

describe('checkTaskSpec', () => {
  it('fills in what every task has', () => {
    expect(checkTaskSpec({ title: ' Approve ' })).toMatchObject({
      title: 'Approve',
      priority: 50,
      decidableBy: 'people',
    });
    expect(checkTaskSpec({ title: 'x', priority: 'urgent' }).priority).toBe(100);
  });

  it('keeps a title on one line, without what turns the words around it', () => {
    expect(checkTaskSpec({ title: 'Pay\r\n\u202eknab eht' }).title).toBe('Pay knab eht');
  });

  it.each([
    [{ title: '' }, '/title'],
    [{}, '/title'],
    [{ title: '\u200b\u2060' }, '/title'],
    [{ title: 'x', context: { n: 2 ** 53 } }, '/context/n'],
    [{ title: 'x', approval: { payload: null } }, '/approval/payload'],
    [{ title: 'x', priority: 101 }, '/priority'],
    [{ title: 'x', form: { answer: { type: 'dropdown' } } }, '/form/answer/type'],
    [{ title: 'x', form: { answer: { type: 'select' } } }, '/form/answer/options'],
    [
      { title: 'x', form: { answer: { type: 'text', validation: { pattern: '(' } } } },
      '/form/answer/validation/pattern',
    ],
    [{ title: 'x', sla: { dueAt: 'tomorrow' } }, '/sla/dueAt'],
    [{ title: 'x', sla: { timeoutMs: -5 } }, '/sla/timeoutMs'],
    [{ title: 'x', sla: { timeoutMs: 5_000, businessDays: 1 } }, '/sla'],
    [{ title: 'x', sla: { chain: [{ action: 'notify' }] } }, '/sla/chain/0'],
    [{ title: 'x', sla: { chain: [{ action: 'notify', fromDueMs: 0 }] } }, '/sla/chain/0/fromDueMs'],
    [{ title: 'x', sla: { chain: [{ action: 'reassign', after: { businessDays: 1 } }] } }, '/sla/chain/0/to'],
    [
      { title: 'x', sla: { chain: [{ action: 'notify', after: { milliseconds: 1_000, businessDays: 1 } }] } },
      '/sla/chain/0/after',
    ],
    [
      {
        title: 'x',
        sla: {
          chain: [
            { action: 'expire', after: { milliseconds: 1_000 } },
            { action: 'notify', after: { milliseconds: 2_000 } },
          ],
        },
      },
      '/sla/chain/1',
    ],
    [{ title: 'x', approval: {} }, '/approval/payload'],
    [{ title: 'x', approval: { payload: 1, quorum: { rule: 'count', count: 0 } } }, '/approval/quorum/count'],
    [{ title: 'x', approval: { payload: 1, quorum: { rule: 'most' } } }, '/approval/quorum/rule'],
    [{ title: 'x', context: { big: 'x'.repeat(300_000) } }, '/context'],
  ])('refuses %#', (spec, pointer) => {
    expect(fieldsOf(spec)).toEqual([expect.objectContaining({ pointer })]);
  });

  it('refuses what it does not know', () => {
    expect(fieldsOf({ title: 'x', colour: 'red' })).toHaveLength(1);
  });
});
