import { describeAnswers } from './describe-answers';
import { answersAsText, leftWords, wordsOf } from './left-text.words';

test('says who was faster, where it was somebody', () => {
  expect(leftWords('COMPLETED', { displayName: 'Lee' })).toBe('Lee completed this while you wrote.');
  expect(leftWords('CANCELLED', null)).toBe('This was cancelled while you wrote.');
  expect(leftWords('EXPIRED', { displayName: 'System' })).toBe(
    'The time of this task ended while you wrote.',
  );
});

test('what was written is plain text, with what lies inside', () => {
  const data = { note: 'Two\nlines', pay: { to: 'ACME', amount: 1200 }, tags: ['a', 'b'] };
  expect(answersAsText(describeAnswers(data, null))).toBe(
    'Note: Two\nlines\nPay: \n  To: ACME\n  Amount: 1200\nTags: \n  - a\n  - b',
  );
});

test('what the form opened with, and what is empty, is nothing that somebody wrote', () => {
  const data = { country: 'DE', note: '', box: false, amount: 0 };
  const kept = wordsOf(describeAnswers(data, null), { country: 'DE' }, data);
  expect(kept.map(({ key }) => key)).toEqual(['amount']);
});
