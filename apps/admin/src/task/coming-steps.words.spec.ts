import { comingStepWords } from './coming-steps.words';

test.each([
  [{ action: 'NOTIFY', ifUnclaimed: true, to: null }, 'If nobody has claimed it: a reminder in the history'],
  [{ action: 'NOTIFY', ifUnclaimed: false, to: 'Lee' }, 'A reminder for Lee in the history'],
  [{ action: 'ESCALATE', ifUnclaimed: false, to: 'Support L2' }, 'Escalates to Support L2'],
  [{ action: 'REASSIGN', ifUnclaimed: false, to: 'Max' }, 'Goes to Max'],
  [{ action: 'REASSIGN', ifUnclaimed: false, to: 'Max', isVote: true }, 'Is noted for Max in the history'],
  [
    { action: 'ESCALATE', ifUnclaimed: false, to: 'Max', isVote: true },
    'Escalates, and is noted for Max in the history',
  ],
  [{ action: 'NOTIFY', ifUnclaimed: false, to: 'Max', isVote: true }, 'A reminder for Max in the history'],
  [{ action: 'ESCALATE', ifUnclaimed: false, to: null, isVote: true }, 'Escalates'],
  [{ action: 'EXPIRE', ifUnclaimed: false, to: null }, 'Ends'],
] as const)('%j', (step, words) => {
  expect(comingStepWords(step)).toBe(words);
});
