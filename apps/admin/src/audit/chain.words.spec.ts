import { chainWords } from './chain.words';

const SEALED = { signs: true, entries: 1_234, sealedAt: '2026-11-01T12:00:00.000Z', unsealed: 0 };

it('says how far the log is sealed, and what waits', () => {
  expect(chainWords(SEALED)).toMatch(/^Sealed until .*2026.*, 1.?234 entries\.$/);
  expect(chainWords({ ...SEALED, entries: 1, unsealed: 1 })).toMatch(/, 1 entry\. 1 waits\.$/);
  expect(chainWords({ ...SEALED, unsealed: 3 })).toMatch(/ 3 wait\.$/);
  expect(chainWords({ ...SEALED, unsealed: 10_000 })).toMatch(/ More than 10.?000 wait\.$/);
});

it('says that nothing is sealed, and what the operator has to do', () => {
  expect(chainWords({ signs: false, entries: 0, sealedAt: null, unsealed: 2 })).toBe(
    'Nothing is sealed yet. 2 wait. This installation has no key to seal with: its operator has to set EVIDENCE_KEY.',
  );
});
