import { comingStepWords } from './coming-steps.words';

test.each([
  [{ action: 'NOTIFY', ifUnclaimed: true, to: null }, 'If nobody has claimed it: reminds'],
  [{ action: 'NOTIFY', ifUnclaimed: false, to: 'Lee' }, 'Reminds Lee'],
  [{ action: 'ESCALATE', ifUnclaimed: false, to: 'Support L2' }, 'Escalates to Support L2'],
  [{ action: 'REASSIGN', ifUnclaimed: false, to: 'Max' }, 'Goes to Max'],
  [{ action: 'REASSIGN', ifUnclaimed: false, to: 'Max', isVote: true }, 'Tells Max'],
  [{ action: 'ESCALATE', ifUnclaimed: false, to: 'Max', isVote: true }, 'Escalates, and tells Max'],
  [{ action: 'NOTIFY', ifUnclaimed: false, to: 'Max', isVote: true }, 'Reminds Max'],
  [{ action: 'ESCALATE', ifUnclaimed: false, to: null, isVote: true }, 'Escalates'],
  [{ action: 'EXPIRE', ifUnclaimed: false, to: null }, 'Ends'],
] as const)('%j', (step, words) => {
  expect(comingStepWords(step)).toBe(words);
});
