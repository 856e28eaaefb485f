import { z } from 'zod';
import { task, workflow, workflows } from '../index';

/** The schema checks the input before the run starts, and gives the handler its type. */
// #region workflow
export const customerSupport = workflow(
  'customer-support',
  {
    description: 'Answers a question of a customer.',
    version: '1.0.0',
    input: z.object({ question: z.string().min(3) }),
  },
  async (ctx, input) => {
    const result = await task(ctx, {
      title: 'Customer needs help',
      form: { answer: { type: 'textarea', required: true } },
      context: { question: input.question },
    });
    return { answer: result.data.answer };
  },
);
// #endregion

// #region workflows
// A project's workflows file ends with all of them.
export default workflows(customerSupport);
// #endregion
