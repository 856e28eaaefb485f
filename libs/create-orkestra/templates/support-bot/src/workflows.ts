import { task, timeout, workflow, workflows } from '@orkestra/sdk';
import { proxyActivities } from '@temporalio/workflow';
import { z } from 'zod';
import type * as activities from './activities';

const { draftAnswer } = proxyActivities<typeof activities>({ startToCloseTimeout: '1m' });

/** Below it a person answers. */
const SURE = 0.7;

export const support = workflow(
  'support',
  {
    description: 'Answers a question of a customer; asks a person when the bot is not sure.',
    version: '1.0.0',
    input: z.object({ question: z.string().min(3) }),
  },
  async (ctx, { question }) => {
    const draft = await draftAnswer({ question });
    if (draft.confidence >= SURE) return { answer: draft.answer, handledBy: 'bot' };

    const { data, completedBy } = await task(ctx, {
      title: 'Customer needs help',
      description: question,
      form: {
        answer: { type: 'textarea', label: 'Answer to the customer', required: true },
        mood: {
          type: 'select',
          label: 'How does the customer feel?',
          options: [{ value: 'content' }, { value: 'frustrated' }],
        },
      },
      assignTo: { group: 'support-l1' },
      context: { question, draft: draft.answer },
      sla: timeout('30m'),
    });
    return { answer: data.answer, handledBy: completedBy?.displayName ?? 'a person' };
  },
);

export default workflows(support);
