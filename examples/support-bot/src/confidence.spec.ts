import fc from 'fast-check';
import { confidenceOf } from './confidence';

describe('confidenceOf', () => {
  it('is high when the passage has all words and no other comes near', () => {
    expect(confidenceOf({ questionTerms: 3, matchedTerms: 3, best: 20, next: 5 })).toBe(0.95);
  });

  it('falls with the words that the passage does not have', () => {
    expect(confidenceOf({ questionTerms: 4, matchedTerms: 2, best: 20, next: 0 })).toBe(0.5);
  });

  it('is half where two passages are equally good', () => {
    expect(confidenceOf({ questionTerms: 2, matchedTerms: 2, best: 20, next: 20 })).toBe(0.5);
  });

  it('is never high for a single word', () => {
    expect(confidenceOf({ questionTerms: 1, matchedTerms: 1, best: 20, next: 0 })).toBe(0.6);
  });

  it('is 0 where nothing was asked or found', () => {
    expect(confidenceOf({ questionTerms: 0, matchedTerms: 0, best: 0, next: 0 })).toBe(0);
    expect(confidenceOf({ questionTerms: 3, matchedTerms: 0, best: 0, next: 0 })).toBe(0);
  });

  it('stays within 0 and 1', () => {
    const evidence = fc
      .tuple(
        fc.integer({ min: 1, max: 50 }),
        fc.nat(50),
        fc.double({ min: 0.01, max: 1e4, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
      )
      .map(([terms, matched, best, share]) => ({
        questionTerms: terms,
        matchedTerms: Math.min(matched, terms),
        best,
        next: best * share,
      }));
    fc.assert(
      fc.property(evidence, (given) => {
        const confidence = confidenceOf(given);
        return confidence >= 0 && confidence <= 0.95;
      }),
    );
  });
});
