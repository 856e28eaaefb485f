import {
  ActivityFailure,
  ApplicationFailure,
  CancellationScope,
  continueAsNew,
  defineSignal,
  executeChild,
  getExternalWorkflowHandle,
  proxyActivities,
  setHandler,
  condition,
  startChild,
  upsertMemo,
} from '@temporalio/workflow';
import { z } from 'zod';
import { TaskCancelledError, TaskExpiredError, task, workflow, workflows } from '../src/index';
import { movable, movableWithoutKey } from './moving.workflows';
import * as shapes from './shapes.workflows';
import { oversized } from './sizes.workflows';

const own = proxyActivities<{ ownActivity(): Promise<string>; brokenActivity(): Promise<void> }>({
  startToCloseTimeout: '5s',
  retry: { maximumAttempts: 1 },
});
const form = { answer: { type: 'text', required: true } } as const;

export const askOnce = workflow('ask-once', async (ctx, input: { title: string }) => {
  const result = await task(ctx, { title: input.title, form });
  return { answer: result.data.answer, taskId: result.taskId, by: result.completedBy?.displayName };
});

export const askMany = workflow('ask-many', async (ctx, input: { titles: string[] }) => {
  const results = await Promise.all(input.titles.map((title) => task(ctx, { title, form })));
  return results.map((result) => result.data.answer);
});

export const askInTurn = workflow('ask-in-turn', async (ctx, input: { titles: string[] }) => {
  const answers: string[] = [];
  for (const title of input.titles) answers.push((await task(ctx, { title, form })).data.answer);
  return { answers, own: await own.ownActivity() };
});

export const catchClosed = workflow('catch-closed', async (ctx, input: { title: string }) => {
  try {
    await task(ctx, { title: input.title });
    return 'completed';
  } catch (error) {
    if (error instanceof TaskCancelledError) return `cancelled: ${error.reason}`;
    if (error instanceof TaskExpiredError) return 'expired';
    throw error;
  }
});

export const checked = workflow(
  'checked',
  { input: z.object({ question: z.string().min(3), limit: z.number().default(5) }) },
  (_ctx, input) => Promise.resolve(input),
);

export const failing = workflow('failing', async (_ctx, input: { how: 'failure' | 'activity' }) => {
  if (input.how === 'failure') throw ApplicationFailure.nonRetryable('No stock left', 'shop.no_stock');
  await own.brokenActivity();
});

export const about = workflow('about', async (ctx) => {
  const { workflowId, tenantId, correlationId, starter } = ctx;
  return Promise.resolve({ workflowId, tenantId, correlationId, starter, year: ctx.now().getUTCFullYear() });
});

export const parent = workflow('parent', async () => {
  upsertMemo({ orkestra: { tenantId: 'someone-else' } });
  await own.ownActivity();
  const child = await startChild(about, { args: [undefined], workflowId: 'the-child' });
  return { child: child.workflowId, seen: await child.result() };
});

export const nested = workflow('nested', () => about(undefined));

export const successor = workflow('successor', async (_ctx, input: { left: number }) => {
  if (input.left > 0) await continueAsNew<typeof successor>({ left: input.left - 1 });
  return await own.ownActivity();
});

export const forger = workflow('forger', async (_ctx, input: { target: string }) => {
  await getExternalWorkflowHandle(input.target).signal(defineSignal('orkestra.taskClosed'));
});

/** What an Orkestra life cycle is measured against. */
export async function rawLifeCycle(): Promise<string> {
  let answer: string | undefined;
  setHandler(defineSignal<[string]>('answer'), (given) => void (answer = given));
  await condition(() => answer !== undefined);
  return answer ?? '';
}

export const scoped = workflow('scoped', async (ctx, input: { title: string }) => {
  const scope = new CancellationScope();
  const asked = scope.run(() => task(ctx, { title: input.title }));
  await executeChild(about, { args: [undefined] });
  scope.cancel();
  return await asked.then(
    () => 'answered',
    (error: unknown) => (error instanceof ActivityFailure ? 'activity' : (error as Error).name),
  );
});

export default workflows(
  askOnce,
  askMany,
  askInTurn,
  catchClosed,
  checked,
  failing,
  about,
  parent,
  nested,
  successor,
  forger,
  scoped,
  ...Object.values(shapes),
  oversized,
  movable,
  movableWithoutKey,
);
