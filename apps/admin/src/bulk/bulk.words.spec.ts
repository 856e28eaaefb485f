import { outcomeWords } from './bulk.words';

const failure = { taskId: '1', title: 'Refund', message: 'Lee holds this task.' };

test.each([
  [{ action: 'CLAIM', total: 3, failures: [] }, 'Claimed 3 tasks.'],
  [{ action: 'CANCEL', total: 1, failures: [] }, 'Cancelled 1 task.'],
  [{ action: 'SET_PRIORITY', total: 4, failures: [failure] }, 'Priority changed for 3 of 4 tasks.'],
  [{ action: 'RELEASE', total: 1, failures: [failure] }, 'Released 0 of 1 task.'],
  [{ action: 'RELEASE', total: 2, failures: [], isUndo: true }, 'Undone. Released 2 tasks.'],
] as const)('%j is said as "%s"', (outcome, words) => {
  expect(outcomeWords({ ...outcome, failures: [...outcome.failures] })).toBe(words);
});
