import { task, workflow, workflows } from '@orkestra/sdk';

/** Start, one task, one decision, end: what raw.workflow.ts does without people, tasks or Postgres. */
export const oneDecision = workflow('one-decision', async (ctx) => {
  const { data } = await task(ctx, {
    title: 'Bench',
    form: { answer: { type: 'text', required: true } },
    assignTo: { group: 'support-l1' },
  });
  return { answer: data.answer };
});

export default workflows(oneDecision);
