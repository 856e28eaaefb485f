/** One line of an expense. */
export interface ExpenseLine {
  /** `2026-11-29` */
  date: string;
  what: string;
  /** Whole cents, so that sums are exact. */
  cents: number;
  /** Where the receipt lies. */
  receipt?: string;
}

export interface Expense {
  /** E-mail address of whom it is paid back to. */
  employee: string;
  purpose: string;
  lines: ExpenseLine[];
}

const line = {
  type: 'object',
  properties: {
    date: { type: 'string', format: 'date', title: 'Date' },
    what: { type: 'string', minLength: 1, maxLength: 200, title: 'What for' },
    cents: { type: 'integer', minimum: 1, maximum: 100_000_000, title: 'Amount in cents' },
    receipt: { type: 'string', format: 'uri', title: 'Address of the receipt' },
  },
  required: ['date', 'what', 'cents'],
  additionalProperties: false,
};

export const linesSchema = { type: 'array', minItems: 1, maxItems: 100, title: 'Lines', items: line };

export const expenseSchema = {
  type: 'object',
  properties: {
    employee: { type: 'string', format: 'email', description: 'Whom it is paid back to' },
    purpose: { type: 'string', minLength: 1, maxLength: 500 },
    lines: linesSchema,
  },
  required: ['employee', 'purpose', 'lines'],
  additionalProperties: false,
};
