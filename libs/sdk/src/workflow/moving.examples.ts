import { task, workflow, workflows } from '../index';

export const reviewContract = workflow(
  'review-contract',
  { versioning: 'pinned' },
  async (ctx, input: { contract: string; asked?: string }) => {
    const asked = input.asked ?? ctx.now().toISOString();
    const { data } = await task(
      ctx,
      { title: `Review ${input.contract}`, form: { verdict: { type: 'text', required: true } } },
      // What the run has got to know so far goes into the input of the next.
      { requestKey: 'review', moveWith: () => ({ ...input, asked }) },
    );
    return { verdict: data.verdict, asked };
  },
);

export default workflows(reviewContract);
