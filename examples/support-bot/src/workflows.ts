import { task, timeout, workflow, workflows } from '@orkestra/sdk';
import { proxyActivities } from '@temporalio/workflow';
import type * as activities from './activities';

const { draftAnswer } = proxyActivities<typeof activities>({
  startToCloseTimeout: '90s',
  retry: { maximumAttempts: 3 },
});

export interface SupportInput {
  /** What the customer asks. */
  question: string;
  /** Who asks, as the person who helps should see it. */
  customer?: string;
  /** The conversation in which they ask, for the person who helps to read. */
  conversationId?: string;
}

// Zod would do as well, but each run loads what its workflows file imports: this costs nothing, Zod about 20 ms.
const supportInput = {
  type: 'object',
  properties: {
    question: { type: 'string', minLength: 3, maxLength: 2000, description: 'What the customer asks' },
    customer: {
      type: 'string',
      maxLength: 200,
      description: 'Who asks, as the person who helps should see it',
    },
    conversationId: { type: 'string', maxLength: 200, description: 'The conversation in which they ask' },
  },
  required: ['question'],
  additionalProperties: false,
};

export const customerSupport = workflow(
  'customer-support',
  {
    description: 'Answers a question of a customer; asks a person when the bot is not sure.',
    version: '1.0.0',
    input: supportInput,
  },
  async (ctx, { question, customer, conversationId }: SupportInput) => {
    const draft = await draftAnswer({ question });
    const { confidence, sources } = draft;
    if (confidence >= draft.threshold) {
      return { answer: draft.answer, handledBy: 'bot' as const, confidence, sources };
    }

    const result = await task(ctx, {
      title: 'Customer needs help',
      description: question,
      type: 'support-question',
      form: {
        answer: {
          type: 'textarea',
          label: 'Answer to the customer',
          required: true,
          validation: { minLength: 1, maxLength: 5000 },
        },
        sentiment: {
          type: 'select',
          label: 'How does the customer feel?',
          options: [
            { value: 'positive', label: 'Positive' },
            { value: 'neutral', label: 'Neutral' },
            { value: 'frustrated', label: 'Frustrated' },
          ],
        },
      },
      assignTo: { group: 'support-l1' },
      context: { question, customer, draft: draft.answer, note: draft.note, confidence, sources },
      conversationId,
      sla: timeout('30m'),
    });
    return {
      answer: result.data.answer,
      handledBy: 'human' as const,
      answeredBy: result.completedBy?.displayName,
      sentiment: result.data.sentiment,
      taskId: result.taskId,
    };
  },
);

export default workflows(customerSupport);
