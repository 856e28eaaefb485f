import { askedForWords, ownRequestWords } from './asked-for.words';

const bot = { kind: 'SERVICE', id: 'bot', displayName: 'support-bot' };
const sam = { id: 'sam', displayName: 'Sam Okafor' };

it('says who asks for whom', () => {
  const task = { isOwnRequest: false, createdBy: bot };
  expect(askedForWords({ ...task, onBehalfOf: sam })).toBe('Asked by support-bot for Sam Okafor');
  expect(askedForWords(task)).toBeNull();
  expect(askedForWords({ ...task, createdBy: { ...sam, kind: 'USER' }, onBehalfOf: sam })).toBeNull();
});

it('tells people about their own open requests, as far as the workspace minds', () => {
  const own = { isOwnRequest: true, createdBy: bot };
  expect(ownRequestWords({ ...own, selfApproval: 'FORBID' })?.title).toBe('Somebody else decides this');
  expect(ownRequestWords({ ...own, selfApproval: 'WARN' })?.title).toBe('This is your own request');
  expect(ownRequestWords({ ...own, selfApproval: 'ALLOW' })).toBeNull();
  expect(ownRequestWords({ ...own, selfApproval: 'FORBID', closedAt: '2027-01-01' })).toBeNull();
  expect(ownRequestWords({ ...own, selfApproval: 'FORBID', isOwnRequest: false })).toBeNull();
});
