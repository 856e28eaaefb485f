import { task, timeout, workflow, workflows } from '@orkestra/sdk';
import { proxyActivities } from '@temporalio/workflow';
import { z } from 'zod';
import type * as activities from './activities';

const { tellCustomer } = proxyActivities<typeof activities>({ startToCloseTimeout: '30s' });

export const askAPerson = workflow(
  'ask-a-person',
  {
    description: 'Lets a person answer a customer.',
    version: '1.0.0',
    input: z.object({ customer: z.string().min(1), question: z.string().min(3) }),
  },
  async (ctx, { customer, question }) => {
    const { data } = await task(ctx, {
      title: 'A customer asks',
      description: question,
      form: { answer: { type: 'textarea', label: 'Your answer', required: true } },
      assignTo: { group: 'support-l1' },
      context: { customer },
      sla: timeout('2d'),
    });
    await tellCustomer({ customer, answer: data.answer });
    return { answer: data.answer };
  },
);

export default workflows(askAPerson);
