import { customerSupport } from '../workflow/workflow.examples';
import type { TestEnvironment } from './index';
import { startTestEnvironment } from './index';

// #region startTestEnvironment
let env: TestEnvironment;

beforeAll(async () => {
  env = await startTestEnvironment({
    workflowsPath: require.resolve('../workflow/workflow.examples'),
    people: { 'support-l1': ['sam', 'kim'] },
  });
}, 120_000); // The first start fetches the server and bundles the workflows.
afterAll(() => env.close());
afterEach(() => env.reset());

it('answers the customer', async () => {
  env.humans.answer('Customer needs help', { answer: 'Yes' }, { by: 'sam', after: '2h' });
  expect(await env.run(customerSupport, { question: 'Do you ship abroad?' })).toEqual({ answer: 'Yes' });
});
// #endregion

it('gives up when nobody answers', async () => {
  env.humans.ignore('Customer needs help');
  const run = env.run(customerSupport, { question: 'Do you ship abroad?' });
  await expect(run).rejects.toMatchObject({ type: 'TaskExpiredError' });
});

it('can be looked at while it runs', async () => {
  const run = await env.start(customerSupport, { question: 'Do you ship abroad?' });
  const task = await env.task('Customer needs help');
  expect(task.candidates.groups).toEqual([]);
  env.humans.cancel('Customer needs help', { reason: 'Answered by phone' });
  await expect(run.result()).rejects.toThrow('Answered by phone');
});
