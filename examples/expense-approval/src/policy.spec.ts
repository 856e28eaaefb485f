import { inEuros, linesWithoutReceipt, quorumFor, totalOf } from './policy';

const line = (cents: number, receipt?: string) => ({ date: '2026-11-02', what: 'Hotel', cents, receipt });
const expense = (...lines: ReturnType<typeof line>[]) => ({
  employee: 'eve@acme.test',
  purpose: 'Fair',
  lines,
});

describe('the policy', () => {
  it('adds up in whole cents', () => {
    expect(totalOf(expense(line(10), line(20), line(1_999_99)))).toBe(2_000_29);
    expect(inEuros(2_000_29)).toBe('2000.29 EUR');
    expect(inEuros(5)).toBe('0.05 EUR');
  });

  it('asks for receipts from 25 euros on', () => {
    const bare = line(25_00);
    expect(linesWithoutReceipt(expense(line(24_99), bare, line(80_00, 'https://receipts.test/1')))).toEqual([
      bare,
    ]);
  });

  it('asks two of finance from 1000 euros on', () => {
    expect([999_99, 1_000_00].map((cents) => quorumFor(cents))).toEqual([
      { rule: 'count', count: 1, veto: true },
      { rule: 'count', count: 2, veto: true },
    ]);
  });
});
