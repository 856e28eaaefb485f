import { titleWords } from './inbox-title.words';

test.each([
  ['claim', null, 'Inbox · Orkestra'],
  ['claim', { claimable: 0, assignedToMe: 0, cap: 1000 }, 'Inbox · Orkestra'],
  ['claim', { claimable: 1, assignedToMe: 2, cap: 1000 }, '(3) Inbox · Orkestra'],
  ['mine', { claimable: 1, assignedToMe: 2, cap: 1000 }, '(3) My tasks · Inbox · Orkestra'],
  ['open', { claimable: 900, assignedToMe: 200, cap: 1000 }, '(1,000+) All open · Inbox · Orkestra'],
] as const)('on %s, with %j, the title is "%s"', (tab, counts, words) => {
  expect(titleWords(tab, counts)).toBe(words);
});
