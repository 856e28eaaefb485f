import * as fc from 'fast-check';
import { isMultipleOf } from './multiple-of';

describe('isMultipleOf', () => {
  it.each([
    [111848.18, 0.01, true],
    [419430.6, 0.05, true],
    [8388.612, 0.001, true],
    [0.3, 0.1, true],
    [-0.0075, 0.0001, true],
    [1e300, 0.5, true],
    [5e-324, 5e-324, true],
    [0, 3, true],
    [0.005, 0.01, false],
    [0.00751, 0.0001, false],
    [1e308, 0.123456789, false],
    [1, 3, false],
  ])('of %d and %d is %s', (value, divisor, is) => {
    expect(isMultipleOf(value, divisor)).toBe(is);
  });

  it('holds for every amount in cents, and for none with a tenth of a cent', () => {
    const cents = fc.integer({ min: -1e13, max: 1e13 });
    fc.assert(
      fc.property(cents, fc.integer({ min: 1, max: 9 }), (amount, tenth) => {
        const text = String(Math.abs(amount)).padStart(3, '0');
        const written = `${amount < 0 ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`;
        expect(isMultipleOf(Number(written), 0.01)).toBe(true);
        if (text.length < 14) expect(isMultipleOf(Number(`${written}${tenth}`), 0.01)).toBe(false);
      }),
    );
  });
});
