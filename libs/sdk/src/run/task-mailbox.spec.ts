import fc from 'fast-check';
import type { TaskClosed } from '../contract/contract';
import { TaskMailbox } from './task-mailbox';

const closed = (taskId: string, answer = 'yes'): TaskClosed => ({
  taskId,
  outcome: 'completed',
  data: { answer },
  completedAt: '2027-01-01T00:00:00.000Z',
});

describe('TaskMailbox', () => {
  it('keeps an early decision until it is asked for', () => {
    const mailbox = new TaskMailbox();
    mailbox.deliver(closed('a'));
    expect(mailbox.has('a')).toBe(true);
    expect(mailbox.take('a')).toEqual(closed('a'));
  });

  it('keeps the first of two and drops what comes after it was taken', () => {
    const mailbox = new TaskMailbox();
    mailbox.deliver(closed('a', 'first'));
    mailbox.deliver(closed('a', 'second'));
    expect(mailbox.take('a')?.data).toEqual({ answer: 'first' });
    mailbox.deliver(closed('a', 'third'));
    expect(mailbox.has('a')).toBe(false);
  });

  it.each([undefined, null, 'x', 7, {}, { taskId: 1, outcome: 'completed' }, { taskId: 'a' }])(
    'ignores %p, which is no decision',
    (message) => {
      const mailbox = new TaskMailbox();
      mailbox.deliver(message);
      expect(mailbox.has('a')).toBe(false);
    },
  );

  it('keeps news of a change until they are looked at, and drops what comes after the decision', () => {
    const mailbox = new TaskMailbox();
    mailbox.deliverChange({ taskId: 'a' });
    mailbox.deliverChange({ taskId: 'a' });
    mailbox.deliverChange({ id: 'a' });
    expect([mailbox.hasChange('a'), mailbox.hasChange('b'), mailbox.has('a')]).toEqual([true, false, false]);
    mailbox.takeChange('a');
    expect(mailbox.hasChange('a')).toBe(false);
    mailbox.deliver(closed('a'));
    mailbox.take('a');
    mailbox.deliverChange({ taskId: 'a' });
    expect(mailbox.hasChange('a')).toBe(false);
  });

  it('gives each task its first decision once, in any order of deliveries', () => {
    const deliveries = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.string()), { maxLength: 20 });
    fc.assert(
      fc.property(deliveries, (messages) => {
        const mailbox = new TaskMailbox();
        for (const [id, answer] of messages) mailbox.deliver(closed(id, answer));
        for (const id of ['a', 'b', 'c']) {
          const first = messages.find(([to]) => to === id);
          expect(mailbox.take(id)?.data).toEqual(first && { answer: first[1] });
          expect(mailbox.take(id)).toBeUndefined();
        }
      }),
    );
  });
});
