import { checkTaskSpec } from './task-spec';
import { InvalidTaskSpecError } from './tasks.errors';

const now = new Date('2026-01-01T00:00:00Z');

function fieldsOf(spec: unknown): unknown {
  try {
    checkTaskSpec(spec, now);
  } catch (error) {
    if (error instanceof InvalidTaskSpecError) return error.details.fields;
    throw error;
  }
  return 'accepted';
}

describe('checkTaskSpec', () => {
  it('fills in priority and time to live', () => {
    expect(checkTaskSpec({ title: ' Approve ' }, now)).toMatchObject({
      title: 'Approve',
      priority: 50,
      timeToLiveMs: 30 * 24 * 3_600_000,
    });
    expect(checkTaskSpec({ title: 'x', priority: 'urgent' }, now).priority).toBe(100);
  });

  it.each([
    [{ title: '' }, '/title'],
    [{}, '/title'],
    [{ title: 'x', priority: 101 }, '/priority'],
    [{ title: 'x', form: { answer: { type: 'dropdown' } } }, '/form/answer/type'],
    [{ title: 'x', form: { answer: { type: 'select' } } }, '/form/answer/options'],
    [
      { title: 'x', form: { answer: { type: 'text', validation: { pattern: '(' } } } },
      '/form/answer/validation/pattern',
    ],
    [{ title: 'x', sla: { dueAt: '2025-12-31T00:00:00Z' } }, '/sla/dueAt'],
    [{ title: 'x', sla: { timeoutMs: -5 } }, '/sla/timeoutMs'],
    [{ title: 'x', context: { big: 'x'.repeat(300_000) } }, '/context'],
  ])('refuses %#', (spec, pointer) => {
    expect(fieldsOf(spec)).toEqual([expect.objectContaining({ pointer })]);
  });

  it('refuses what it does not know', () => {
    expect(fieldsOf({ title: 'x', decidableBy: 'anyone' })).toHaveLength(1);
  });
});
