import type { RawForm, WorkflowContext } from '@orkestra/sdk';
import { escalationChain, task, timeout } from '@orkestra/sdk';
import type { Expense, ExpenseLine } from './expense.schema';
import { linesSchema } from './expense.schema';
import { linesWithoutReceipt } from './policy';

// #region correct
/** Has the employee correct the lines. */
export async function corrected(ctx: WorkflowContext, expense: Expense, wish: string): Promise<Expense> {
  const { data } = await task(ctx, {
    title: `Correct your expense: ${expense.purpose}`,
    type: 'expense-correction',
    description: wish,
    form: linesForm(expense),
    assignTo: { user: expense.employee },
    sla: { ...timeout('5bd'), chain: escalationChain().expireAfter('10bd').build() },
  });
  return { ...expense, lines: data.lines };
}
// #endregion

/** Asks the employee until every line that needs a receipt has one. */
export async function withReceipts(ctx: WorkflowContext, expense: Expense): Promise<Expense> {
  let complete = expense;
  for (;;) {
    const missing = linesWithoutReceipt(complete);
    if (missing.length === 0) return complete;
    const names = missing.map(({ what }) => what).join(', ');
    complete = await corrected(ctx, complete, `A receipt is missing: ${names}.`);
  }
}

function linesForm({ lines }: Expense): RawForm<{ lines: ExpenseLine[] }> {
  return {
    schema: {
      type: 'object',
      // What the employee finds in the form, to change it.
      properties: { lines: { ...linesSchema, default: lines } },
      required: ['lines'],
      additionalProperties: false,
    },
  };
}
