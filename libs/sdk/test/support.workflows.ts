import { proxyActivities, sleep } from '@temporalio/workflow';
import type { TaskQuorum, TaskSla } from '../src/index';
import {
  allTasks,
  anyTask,
  approval,
  approvalEscalation,
  escalationChain,
  task,
  taskWithEscalation,
  tieredSupport,
  workflow,
  workflows,
} from '../src/index';

/** What a project of a user looks like; the tests of the test kit run it. */
const { draftAnswer } = proxyActivities<{ draftAnswer(question: string): Promise<string> }>({
  startToCloseTimeout: '10s',
});

const form = {
  answer: { type: 'textarea', required: true },
  mood: { type: 'select', options: [{ value: 'good' }, { value: 'bad' }] },
  tone: { type: 'text', default: 'friendly' },
} as const;

export const support = workflow('support', async (ctx, input: { question: string }) => {
  const draft = await draftAnswer(input.question);
  const { data, completedBy } = await task(ctx, {
    title: 'Customer needs help',
    type: 'support-question',
    form,
    assignTo: { group: 'support-l1', excluded: ['mallory'] },
    context: { draft },
  });
  return { answer: data.answer, tone: data.tone, by: completedBy?.displayName };
});

export const patientSupport = workflow('patient-support', async (ctx, input: { sla?: TaskSla }) => {
  const started = ctx.now().getTime();
  const { data } = await task(ctx, { title: 'Customer needs help', form, sla: input.sla });
  return { answer: data.answer, hours: Math.round((ctx.now().getTime() - started) / 3_600_000) };
});

export const climbing = workflow('climbing', async (ctx) => {
  const tiers = tieredSupport([
    { group: 'l1', within: '15m' },
    { group: 'l2', within: '1h' },
    { group: 'l3' },
  ]);
  const { data } = await task(ctx, { title: 'Customer needs help', form, ...tiers });
  return data.answer;
});

export const chained = workflow('chained', async (ctx) => {
  const chain = escalationChain()
    .notifyAfter('15m', { ifUnclaimed: true })
    .escalateAfter('30m', { group: 'support-l2' })
    .expireAfter('2h')
    .build();
  const { data } = await taskWithEscalation(ctx, { title: 'Customer needs help', form }, chain);
  return data.answer;
});

interface PublishInput {
  quorum?: TaskQuorum;
  groups?: string[];
  escalate?: boolean;
  onBehalfOf?: string;
}

export const publish = workflow('publish', async (ctx, input: PublishInput) => {
  const levels = input.escalate
    ? [
        { user: 'ann', within: '1h' },
        { user: 'boss', within: '23h' },
      ]
    : [{ user: 'ann', within: '1d' }];
  const { approved, payload, votes, reason } = await approval(ctx, {
    title: 'Publish the post',
    payload: { version: 1 },
    quorum: input.quorum,
    assignTo: input.groups && { candidates: { groups: input.groups } },
    onBehalfOf: input.onBehalfOf,
    sla: approvalEscalation(levels).sla,
    onChangesRequested: async ({ round }) => {
      await sleep('10h');
      return { version: round + 1 };
    },
  });
  return { approved, version: payload.version, votes: votes.length, reason };
});

export const race = workflow('race', async (ctx) => {
  const { name, result } = await anyTask(ctx, {
    legal: { title: 'Legal', form },
    finance: { title: 'Finance', form },
  });
  return { name, answer: result.data.answer };
});

export const both = workflow('both', async (ctx) => {
  const results = await allTasks(ctx, [
    { title: 'Question 1', form },
    { title: 'Question 2', form },
  ]);
  return results.map(({ data }) => data.answer);
});

export const impatient = workflow('impatient', async (ctx) => {
  const asked = task(ctx, { title: 'Customer needs help', form }).then(({ data }) => data.answer);
  return await Promise.race([asked, sleep('1d').then(() => 'nobody in a day')]);
});

export const faulty = workflow('faulty', () => {
  throw new TypeError('a fault of the code');
});

export default workflows(support, patientSupport, climbing, chained, publish, race, both, impatient, faulty);
