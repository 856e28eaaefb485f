import { allTasks, anyTask, workflow } from '../index';

const verdict = {
  verdict: { type: 'radio', required: true, options: [{ value: 'sign' }, { value: 'change' }] },
} as const;

/** Everybody has to answer. */
export const reviewByAll = workflow('review-by-all', async (ctx, input: { contract: string }) => {
  // #region allTasks
  const { legal, finance } = await allTasks(ctx, {
    legal: { title: `Review ${input.contract}`, form: verdict, assignTo: { group: 'legal' } },
    finance: {
      title: `Can we pay for ${input.contract}?`,
      form: { budget: { type: 'number', required: true } },
    },
  });
  return { signed: legal.data.verdict === 'sign', budget: finance.data.budget };
  // #endregion
});

/** Whoever answers first; the other task is cancelled. */
export const firstOpinion = workflow('first-opinion', async (ctx, input: { contract: string }) => {
  // #region anyTask
  const first = await anyTask(ctx, [
    { title: `Review ${input.contract}`, form: verdict, assignTo: { group: 'legal' } },
    { title: `Review ${input.contract}`, form: verdict, assignTo: { group: 'sales' } },
  ]);
  return { by: first.index === 0 ? 'legal' : 'sales', verdict: first.result.data.verdict };
  // #endregion
});
