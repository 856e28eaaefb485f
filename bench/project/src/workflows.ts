import { allTasks, task, workflow, workflows } from '@orkestra/sdk';

/** Start, one task, one decision, end: what raw.workflow.ts does without people, tasks or Postgres. */
export const oneDecision = workflow('one-decision', async (ctx) => {
  const { data } = await task(ctx, {
    title: 'Bench',
    form: { answer: { type: 'text', required: true } },
    assignTo: { group: 'support-l1' },
  });
  return { answer: data.answer };
});

/** As many tasks side by side as asked for. */
export const manyDecisions = workflow('many-decisions', async (ctx, { count }: { count: number }) => {
  const spec = {
    title: 'Bench',
    form: { answer: { type: 'text', required: true } },
    assignTo: { group: 'support-l1' },
  } as const;
  const answers = await allTasks(
    ctx,
    Array.from({ length: count }, () => spec),
  );
  return { count: answers.length };
});

export default workflows(oneDecision, manyDecisions);
