import * as fc from 'fast-check';
import { readNumber, writeNumber } from './number-text';

const read = (text: string, locale = 'en-US'): number | string => {
  const reading = readNumber(text, locale);
  return reading.kind === 'number' ? reading.value : reading.kind;
};

describe('readNumber', () => {
  it.each<[locale: string, text: string, value: number | string]>([
    ['en-US', '-0.5', -0.5],
    ['en-US', '1e5', 100_000],
    ['en-US', '2.5E-3', 0.0025],
    ['en-US', '−12.5', -12.5],
    ['en-US', '12,50', 12.5],
    ['en-US', '0,755', 0.755],
    ['en-US', '1,234', 1234],
    ['en-US', '1,234.56', 1234.56],
    ['en-US', '1.234,56', 1234.56],
    ['en-US', '1,234,567.8', 1234567.8],
    ['en-IN', '12,34,567.8', 1234567.8],
    ['en-US', '1.234', 1.234],
    ['en-US', '00.5', 0.5],
    ['en-US', '.5', 0.5],
    ['en-US', '5.', 5],
    ['en-US', '+7', 7],
    ['en-US', '-0', 0],
    ['en-US', ' 1 234.5 ', 1234.5],
    ['de-DE', '0,75', 0.75],
    ['de-DE', '12,5', 12.5],
    ['de-DE', '-3,25', -3.25],
    ['de-DE', '12.5', 12.5],
    ['de-DE', '1.234,56', 1234.56],
    ['de-DE', '1,234', 1.234],
    ['de-DE', '1.234.567', 1234567],
    ['de-DE', '1.234', 'wrong'],
    ['fr-FR', '1\u202F234,56', 1234.56],
    ['fr-FR', '1\u00A0234,56', 1234.56],
    ['fr-FR', '0,75', 0.75],
    ['de-CH', '1’234.56', 1234.56],
    ['de-CH', "1'234.56", 1234.56],
    ['pl-PL', '1234,5', 1234.5],
    ['ar-EG', '١٢٣٫٥', 123.5],
    ['fa-IR', '۱۲', 12],
    ['en-US', '', 'empty'],
    ['en-US', '  ', 'empty'],
    ['en-US', '-', 'wrong'],
    ['en-US', '.', 'wrong'],
    ['en-US', '12 €', 'wrong'],
    ['en-US', '1,23,4', 'wrong'],
    ['en-US', '1.2.3', 'wrong'],
    ['en-US', '1 2', 'wrong'],
    ['en-US', '0x10', 'wrong'],
    ['en-US', 'Infinity', 'wrong'],
    ['en-US', '1e400', 'wrong'],
    ['en-US', '1e-400', 'wrong'],
    ['en-US', '9007199254740991', 9007199254740991],
    ['en-US', '9007199254740993', 'wrong'],
    ['en-US', '1234567890123456789', 'wrong'],
    ['en-US', '0.12345678901234567890', 'wrong'],
    ['en-US', '0.1000000000000000000', 0.1],
  ])('reads in %s %j as %j', (locale, text, value) => {
    expect(read(text, locale)).toBe(value);
  });

  it('says what to do about a number that is none, that is too long, and that can be read in two ways', () => {
    expect(readNumber('12 €', 'en')).toEqual({
      kind: 'wrong',
      reason: expect.stringMatching(/^Write a number/),
    });
    expect(readNumber('9007199254740993', 'en')).toMatchObject({
      reason: expect.stringContaining('fewer digits'),
    });
    expect(readNumber('1.234', 'de')).toMatchObject({
      reason: expect.stringContaining('Write 1234 or 1,234.'),
    });
  });

  it('reads back every number that it writes, in every language', () => {
    const locale = fc.constantFrom('en-US', 'de-DE', 'fr-FR', 'de-CH', 'ar-EG', 'hi-IN', 'pt-BR', 'sv-SE');
    const number = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.maxSafeInteger());
    fc.assert(
      fc.property(number, locale, (value, language) => {
        fc.pre(!Number.isInteger(value) || Number.isSafeInteger(value));
        expect(read(writeNumber(value, language), language)).toBe(value + 0);
      }),
    );
  });

  it('reads what a language itself writes, or says that it can be read in two ways', () => {
    for (const locale of ['en-US', 'de-DE', 'fr-FR', 'de-CH', 'sv-SE', 'pt-BR', 'en-IN']) {
      for (const value of [1234.56, 1234567.25, -1234567.5, 12.5, 0.755]) {
        const written = value.toLocaleString(locale, { maximumFractionDigits: 20 });
        expect([locale, written, read(written, locale)]).toEqual([locale, written, value]);
      }
    }
  });
});
