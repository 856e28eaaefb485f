import { approval, timeout, workflow, workflows } from '@orkestra/sdk';
import { proxyActivities } from '@temporalio/workflow';
import { z } from 'zod';
import type * as activities from './activities';

const { payOut } = proxyActivities<typeof activities>({ startToCloseTimeout: '30s' });

/** What is less is paid without asking. */
const SMALL = 50;

export const expense = workflow(
  'expense',
  {
    description: 'Pays an expense when somebody has approved it.',
    version: '1.0.0',
    input: z.object({ employee: z.string().min(1), amount: z.number().positive(), purpose: z.string() }),
  },
  async (ctx, { employee, amount, purpose }) => {
    if (amount >= SMALL) {
      const decision = await approval(ctx, {
        title: `Expense of ${employee}`,
        description: purpose,
        payload: { employee, amount, purpose },
        assignTo: { group: 'support-l2' },
        sla: timeout('5d'),
      });
      if (!decision.approved) return { paid: false, reason: decision.reason };
    }
    const { receipt } = await payOut({ employee, amount });
    return { paid: true, receipt };
  },
);

export default workflows(expense);
