import { actionWords, actorWords, beginningOf, targetWords } from './audit.words';

it('says what was done, by whom and to what', () => {
  expect(actionWords('sign_in.failed')).toBe('Sign in failed');
  expect(actorWords({ kind: 'USER', id: '1', displayName: 'Ada' })).toBe('Ada');
  expect(actorWords({ kind: 'ANONYMOUS', id: 'anonymous' })).toBe('Somebody who was not let in');
  expect(targetWords({ kind: 'key', id: '1' })).toBe('key 1');
});

it('knows when a day begins where the reader is', () => {
  expect(beginningOf('2030-01-31')).toBe(new Date(2030, 0, 31).toISOString());
  expect(beginningOf('2030-01-31', 1)).toBe(new Date(2030, 1, 1).toISOString());
  for (const none of ['', 'x', '2030']) expect(beginningOf(none)).toBeUndefined();
});
