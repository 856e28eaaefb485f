import { condition } from '@temporalio/workflow';
import {
  TaskCancelledError,
  approval,
  approvalEscalation,
  cancelTask,
  escalationChain,
  onSignal,
  reassignTask,
  task,
  taskWithEscalation,
  tieredSupport,
  timeout,
  workflow,
} from '../index';

const form = { answer: { type: 'textarea', required: true } } as const;

/** Nobody claims the task: supervisors hear of it, then the second level gets it, and after a day it expires. */
export const escalating = workflow('escalating', async (ctx) => {
  // #region taskWithEscalation
  // #region escalationChain
  const chain = escalationChain()
    .notifyAfter('15m', { ifUnclaimed: true })
    .escalateAfter('30m', { group: 'support-l2' })
    .expireAfter('1d')
    .build();
  // #endregion
  const spec = { title: 'Customer needs help', form, assignTo: { group: 'support-l1' }, sla: timeout('1h') };
  const result = await taskWithEscalation(ctx, spec, chain);
  return result.data.answer;
  // #endregion
});

/** One task goes up from tier to tier. It stays one task: whoever decides it, decides it once. */
export const threeTiers = workflow('three-tiers', async (ctx) => {
  // #region tieredSupport
  const tiers = tieredSupport([
    { group: 'support-l1', within: '15m' },
    { group: 'support-l2', within: '1h' },
    { group: 'support-l3' },
  ]);
  const result = await task(ctx, { title: 'Customer needs help', form, ...tiers });
  // #endregion
  return result.data.answer;
});

/** The team lead has a day, the director two more; then the approval expires. */
export const spendMoney = workflow('spend-money', async (ctx, input: { amount: number }) => {
  // #region approvalEscalation
  const levels = approvalEscalation([
    { user: 'lead@example.com', within: '1d' },
    { user: 'director@example.com', within: '2d' },
  ]);
  const { approved } = await approval(ctx, { title: 'Spend money', payload: input, ...levels });
  // #endregion
  return { approved };
});

/** The workflow itself can cancel its task or give it to somebody else. */
export const withdrawable = workflow('withdrawable', async (ctx) => {
  const asked = task(ctx, { title: 'Customer needs help', form }, { requestKey: 'question' });
  const answer = asked.then(
    ({ data }) => data.answer,
    (error: unknown) => {
      if (error instanceof TaskCancelledError) return 'not needed any more';
      throw error;
    },
  );
  let important = false;
  onSignal(ctx, 'important', () => void (important = true));
  // #region cancelTask
  onSignal(
    ctx,
    'solved',
    async () => void (await cancelTask(ctx, { requestKey: 'question', reason: 'Solved' })),
  );
  // #endregion
  await Promise.race([answer, condition(() => important)]);
  // #region reassignTask
  if (important) await reassignTask(ctx, { requestKey: 'question', to: { group: 'support-l2' } });
  // #endregion
  return await answer;
});
