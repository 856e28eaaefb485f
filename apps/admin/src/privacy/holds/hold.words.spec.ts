import { heldWords, taskIdIn } from './hold.words';

const ID = '0199c0de-1234-7abc-8def-0123456789ab';

it('finds the task in its address and in its id', () => {
  for (const text of [ID, ` ${ID.toUpperCase()} `, `https://orkestra.test/tasks/${ID}?from=inbox#history`])
    expect(taskIdIn(text)).toBe(ID);
  expect(taskIdIn(' Order 7 ')).toBe('order 7');
});

it('names what is held', () => {
  expect(heldWords({ taskId: null })).toBe('the whole workspace');
  expect(heldWords({ taskId: ID, taskTitle: 'Refund?' })).toBe('“Refund?”');
});
