import {
  CancellationScope,
  condition,
  executeChild,
  isCancellation,
  proxyLocalActivities,
  sleep,
} from '@temporalio/workflow';
import { z } from 'zod';
import type { Duration, EscalationStep, TaskQuorum, TaskSla } from '../src/index';
import {
  TaskExpiredError,
  adoptTask,
  allTasks,
  anyTask,
  approval,
  approvalEscalation,
  cancelTask,
  continueAsNew,
  createState,
  getPendingTasks,
  isWaitingFor,
  onQuery,
  onSignal,
  reassignTask,
  task,
  taskWithEscalation,
  tieredSupport,
  timeoutWithWarning,
  workflow,
} from '../src/index';

const form = { answer: { type: 'text', required: true } } as const;

export const withSla = workflow('with-sla', async (ctx, input: { title: string; sla: TaskSla }) => {
  try {
    return (await task(ctx, { ...input, form })).data.answer;
  } catch (error) {
    if (error instanceof TaskExpiredError) return 'expired';
    throw error;
  }
});

export const withChain = workflow(
  'with-chain',
  async (ctx, input: { title: string; chain: EscalationStep[] }) => {
    const spec = { title: input.title, form, sla: timeoutWithWarning('1d', { warnBefore: '1h' }) };
    return (await taskWithEscalation(ctx, spec, input.chain)).data.answer;
  },
);

export const tiered = workflow('tiered', async (ctx) => {
  const plan = tieredSupport([
    { group: 'l1', within: '15m' },
    { group: 'l2', within: '1h' },
    { group: 'l3' },
  ]);
  return (await task(ctx, { title: 'Help', form, ...plan })).data.answer;
});

export const anyOf = workflow('any-of', async (ctx, input: { titles: string[]; requestKey?: string }) => {
  const { index, result } = await anyTask(
    ctx,
    input.titles.map((title) => ({ title, form })),
    { requestKey: input.requestKey },
  );
  return { index, answer: result.data.answer };
});

export const anyNamed = workflow('any-named', async (ctx) => {
  const first = await anyTask(ctx, { legal: { title: 'Legal', form }, finance: { title: 'Finance' } });
  // Something after the race, so that a replay sees what the cancellations left in the history.
  const { data } = await task(ctx, { title: 'Then', form });
  return { name: first.name, then: data.answer };
});

export const allOf = workflow('all-of', async (ctx) => {
  const { legal, finance } = await allTasks(ctx, {
    legal: { title: 'Legal', form },
    finance: { title: 'Finance', form },
  });
  return [legal.data.answer, finance.data.answer];
});

export interface Offer {
  amount: number;
}

export const approveOffer = workflow(
  'approve-offer',
  async (
    ctx,
    input: { offer: Offer; quorum?: 'any' | 'all' | TaskQuorum; group?: string; ask?: boolean },
  ) => {
    const revise = async (offer: Offer): Promise<Offer> => {
      if (!input.ask) return { amount: offer.amount - 10 };
      const revised = await task(ctx, {
        title: 'Revise the offer',
        form: { amount: { type: 'number', required: true } },
      });
      return revised.data;
    };
    let { offer } = input;
    const { approved, payload, reason, votes, decidedBy } = await approval(ctx, {
      title: 'Approve the offer',
      assignTo: input.group ? { group: input.group } : undefined,
      payload: offer,
      quorum: input.quorum,
      onChangesRequested: async () => (offer = await revise(offer)),
    });
    return { approved, payload, reason, votes: votes.length, by: decidedBy?.displayName };
  },
);

export const approveInTime = workflow('approve-in-time', async (ctx, input: { within: Duration }) => {
  const plan = approvalEscalation([
    { user: 'lead', within: input.within },
    { user: 'boss', within: input.within },
  ]);
  const { approved, decidedBy } = await approval(ctx, { title: 'Approve it', payload: { a: 1 }, ...plan });
  return { approved, by: decidedBy?.displayName };
});

export const approveByPeople = workflow('approve-by-people', async (ctx) => {
  const { approved, payload } = await approval(ctx, { title: 'Approve it', payload: { version: 1 } });
  return { approved, payload };
});

/** Asks once, and continues as new as often as it is told while the task is open. */
export const carryOn = workflow(
  'carry-on',
  async (ctx, input: { rounds: number; by: 'name' | 'key' | 'nothing'; key?: string }): Promise<string> => {
    let told = false;
    onSignal(ctx, 'continue', () => void (told = true));
    const requestKey = input.by === 'name' ? 'the-question' : input.key;
    const asked = task(ctx, { title: 'Help', form }, { requestKey });
    const answered = asked.then(({ data }) => data.answer);
    if (input.rounds === 0) return await answered;
    const answer = await Promise.race([answered, condition(() => told).then(() => undefined)]);
    if (answer !== undefined) return answer;
    const key = input.by === 'key' ? getPendingTasks(ctx)[0]?.requestKey : undefined;
    return await continueAsNew(ctx, { ...input, rounds: input.rounds - 1, key });
  },
);

export const asksInChild = workflow('asks-in-child', async (_ctx, input: { title: string }) => {
  return await executeChild<(given: { title: string }) => Promise<{ answer: string }>>('ask-once', {
    args: [input],
    workflowId: `child-of-${input.title}`,
  });
});

export const stateful = workflow('stateful', async (ctx, input: { stateName?: string }) => {
  const progress = createState(ctx, input.stateName ?? 'progress', { done: 0, last: '' });
  let stopped = false;
  onSignal<[string]>(ctx, 'done', (last) => void progress.update(({ done }) => ({ done: done + 1, last })));
  onSignal(ctx, 'stop', () => void (stopped = true));
  onQuery<number, [number]>(ctx, 'times', (factor) => progress.get().done * factor);
  await condition(() => stopped);
  return progress.set({ ...progress.get(), last: 'stopped' });
});

export const commander = workflow(
  'commander',
  async (ctx, input: { command: 'cancel' | 'reassign'; requestKey: string }) => {
    const asked = task(ctx, { title: 'Help', form }, { requestKey: 'help' });
    const outcome = asked.then(
      ({ data }) => data.answer,
      (error: Error) => `${error.name}: ${error.message}`,
    );
    const { requestKey } = input;
    if (input.command === 'reassign')
      await reassignTask(ctx, { requestKey, to: { group: 'l2' }, reason: 'busy' });
    else {
      await condition(() => getPendingTasks(ctx)[0]?.taskId !== undefined);
      const ended = await cancelTask(ctx, { requestKey, reason: 'no need' });
      const heard = await outcome;
      return { ended, waiting: isWaitingFor(ctx, 'Help'), outcome: heard };
    }
    return { outcome: await outcome };
  },
);

const { ownActivity } = proxyLocalActivities<{ ownActivity(): Promise<string> }>({
  startToCloseTimeout: '5s',
});

/** Gives up asking while the task is being created. */
export const givesUp = workflow('gives-up', async (ctx, input: { ordinary: boolean }) => {
  const scope = new CancellationScope();
  const asked = scope.run(() => task(ctx, { title: 'Help', form }));
  if (input.ordinary) await sleep(100);
  else await ownActivity();
  scope.cancel();
  return await asked.then(
    () => 'answered',
    (error: unknown) => (isCancellation(error) ? 'gave up' : String(error)),
  );
});

export const sameKeyTwice = workflow(
  'same-key-twice',
  async (ctx, input: { inTurn: boolean; requestKey?: string }) => {
    const { requestKey = 'one' } = input;
    const ask = async () => (await task(ctx, { title: 'Help', form }, { requestKey })).data.answer;
    if (!input.inTurn) return await Promise.all([ask(), ask()]);
    return [await ask(), await ask()];
  },
);

export const promising = workflow(
  'promising',
  { output: z.object({ total: z.number().positive(), currency: z.string().default('EUR') }) },
  (_ctx, input: { total: number }) => Promise.resolve(input),
);

export const adopting = workflow('adopting', async (ctx, input: { taskId: string }) => {
  const { outcome, data } = await adoptTask(ctx, input.taskId);
  return { outcome, data };
});
