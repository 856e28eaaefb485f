import { TaskCancelledError, task, timeout, workflow } from '../index';

/** Two people look at the same contract; each gets a task of their own. */
export const reviewContract = workflow('review-contract', async (ctx, input: { contract: string }) => {
  const review = (group: string) =>
    task(ctx, {
      title: `Review ${input.contract}`,
      form: {
        verdict: {
          type: 'radio',
          required: true,
          options: [
            { value: 'sign', label: 'Sign it' },
            { value: 'change', label: 'Ask for changes' },
          ],
        },
        remarks: { type: 'textarea' },
      },
      assignTo: { group },
      sla: timeout('2d'),
    });
  const [legal, finance] = await Promise.all([review('legal'), review('finance')]);
  return { signed: legal.data.verdict === 'sign' && finance.data.verdict === 'sign' };
});

/** A cancelled task need not be the end of the workflow. */
export const askOrGuess = workflow(
  'ask-or-guess',
  async (ctx, input: { question: string; guess: string }) => {
    try {
      // #region task
      const result = await task(ctx, {
        title: input.question,
        form: { answer: { type: 'text', required: true } },
      });
      return result.data.answer;
      // #endregion
    } catch (error) {
      if (error instanceof TaskCancelledError) return input.guess;
      throw error;
    }
  },
);
