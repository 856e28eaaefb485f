import type { TaskQuorum } from '@orkestra/sdk';
import type { Expense, ExpenseLine } from './expense.schema';

const RECEIPT_FROM_CENTS = 25_00;
// #region quorum
const TWO_OF_FINANCE_FROM_CENTS = 1_000_00;

/** How many of finance have to approve so much; one rejection is enough to reject. */
export function quorumFor(cents: number): TaskQuorum {
  return { rule: 'count', count: cents >= TWO_OF_FINANCE_FROM_CENTS ? 2 : 1, veto: true };
}
// #endregion

export function totalOf({ lines }: Pick<Expense, 'lines'>): number {
  return lines.reduce((sum, { cents }) => sum + cents, 0);
}

/** The lines that can't be paid back before there is a receipt. */
export function linesWithoutReceipt({ lines }: Expense): ExpenseLine[] {
  return lines.filter(({ cents, receipt }) => cents >= RECEIPT_FROM_CENTS && receipt === undefined);
}

/** As people read it, such as `1250.00 EUR`. */
export function inEuros(cents: number): string {
  return `${(cents / 100).toFixed(2)} EUR`;
}
