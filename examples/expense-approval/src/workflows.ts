import type { ApprovalResult, WorkflowContext } from '@orkestra/sdk';
import { approval, TaskExpiredError, workflow, workflows } from '@orkestra/sdk';
import { corrected, withReceipts } from './correction';
import type { Expense } from './expense.schema';
import { expenseSchema } from './expense.schema';
import { inEuros, totalOf } from './policy';
import type { Stage } from './stages';
import { byFinance, byManager } from './stages';

export interface ExpenseResult {
  status: 'approved' | 'rejected' | 'expired';
  /** As it was decided, in cents. */
  cents: number;
  /** Names of those who approved it, or of who rejected it. */
  by: string[];
  reason?: string;
}

export const expenseApproval = workflow(
  'expense-approval',
  {
    description: 'Has an expense approved by a manager and by finance.',
    version: '1.0.0',
    input: expenseSchema,
    examples: [
      {
        title: 'A train ticket',
        input: {
          employee: 'eve@acme.test',
          purpose: 'Visit to a customer',
          lines: [
            { date: '2026-11-02', what: 'Train', cents: 89_00, receipt: 'https://receipts.acme.test/4711' },
          ],
        },
      },
    ],
  },
  async (ctx, submitted: Expense): Promise<ExpenseResult> => {
    try {
      return await decide(ctx, await withReceipts(ctx, submitted));
    } catch (error) {
      if (error instanceof TaskExpiredError) return { status: 'expired', cents: totalOf(submitted), by: [] };
      throw error;
    }
  },
);

// #region decide
/** Both stages; again from the first one when the expense has grown on the way. */
async function decide(ctx: WorkflowContext, asked: Expense): Promise<ExpenseResult> {
  let expense = asked;
  for (;;) {
    const manager = await approved(ctx, expense, byManager);
    if (!manager.approved) return resultOf(manager);
    const cents = totalOf(manager.payload);
    const finance = await approved(ctx, manager.payload, byFinance(cents));
    if (!finance.approved) return resultOf(finance);
    // Neither the manager nor the number of votes was meant for more than this.
    if (totalOf(finance.payload) <= cents) return resultOf(finance, manager);
    expense = finance.payload;
  }
}
// #endregion

// #region approved
async function approved(
  ctx: WorkflowContext,
  expense: Expense,
  stage: Stage,
): Promise<ApprovalResult<Expense>> {
  let version = expense;
  return await approval(ctx, {
    ...stage,
    title: `${expense.purpose}: ${inEuros(totalOf(expense))}`,
    payload: version,
    // Who gets the money does not decide, not even as a member of the group that does.
    onBehalfOf: expense.employee,
    onChangesRequested: async ({ reason }) => {
      const changed = await corrected(ctx, version, reason ?? 'Somebody asks for changes.');
      return (version = await withReceipts(ctx, changed));
    },
  });
}
// #endregion

function resultOf(last: ApprovalResult<Expense>, ...earlier: ApprovalResult<Expense>[]): ExpenseResult {
  const votes = [...earlier, last].flatMap((stage) => stage.votes);
  const decisive = votes.filter(({ vote }) => vote === last.outcome);
  const names = decisive.map(({ by }) => by.displayName);
  return { status: last.outcome, cents: totalOf(last.payload), by: names, reason: last.reason };
}

export default workflows(expenseApproval);
