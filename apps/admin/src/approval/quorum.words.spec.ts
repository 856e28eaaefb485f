import { progressWords, quorumWords } from './quorum.words';

const none = { count: null, percentage: null, veto: false };

test.each([
  [{ ...none, rule: 'ANY' }, 'One approval is enough.'],
  [
    { ...none, rule: 'ALL', veto: true },
    'Everybody who may vote has to approve. One rejection decides against it.',
  ],
  [{ ...none, rule: 'COUNT', count: 2 }, '2 people have to approve.'],
  [{ ...none, rule: 'PERCENTAGE', percentage: 60 }, '60 % of those who may vote have to approve.'],
  [{ ...none, rule: 'PER_GROUP', count: 1 }, 'One person of each group has to approve.'],
] as const)('%j is said as "%s"', (quorum, words) => {
  expect(quorumWords(quorum)).toBe(words);
});

test.each([
  [{ approvals: 0, rejections: 0, needed: 1, voters: 1 }, '0 of 1 approval, 1 vote to come'],
  [{ approvals: 1, rejections: 1, needed: 2, voters: 4 }, '1 of 2 approvals, 1 rejection, 2 votes to come'],
  [{ approvals: 2, rejections: 2, needed: 2, voters: 3 }, '2 of 2 approvals, 2 rejections, no vote to come'],
])('%j reads "%s"', (progress, words) => {
  expect(progressWords(progress)).toBe(words);
});
