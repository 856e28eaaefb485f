import { resolveTemporalTestServer } from '../../../test/harness/servers/temporal-test-server';
import { publishPost } from './task/approval.examples';
import { collectOrders } from './workflow/continue-as-new.examples';
import { escalating, spendMoney, threeTiers, withdrawable } from './task/escalation.examples';
import { firstOpinion, reviewByAll } from './task/many-tasks.examples';
import { byTier } from './time/sla.examples';
import { packParcel } from './workflow/state.examples';
import { askOrGuess, reviewContract } from './task/task.examples';
import type { TestEnvironment } from './testing';
import { startTestEnvironment } from './testing';

const HELP = 'Customer needs help';
let env: TestEnvironment;

beforeAll(async () => {
  env = await startTestEnvironment({
    workflowsPath: require.resolve('../test/examples.workflows.ts'),
    people: {
      ...{ editors: ['ann', 'bob', 'cy'], legal: ['dee'], finance: ['fay'], sales: ['sue'] },
      ...{ 'support-l1': ['lee'], 'support-l2': ['lou'], 'support-l3': ['liv'] },
      leads: ['boss@example.com', 'director@example.com', 'lead@example.com'],
    },
    testServer: await resolveTemporalTestServer(),
  });
});
afterAll(() => env.close());
afterEach(() => env.reset());

// What the documentation says of each example, done.
describe('the examples of the documentation', () => {
  it('ask two people about one contract', async () => {
    env.humans.answer(/Review/, { verdict: 'sign' }, { times: 2, after: '1d' });
    expect(await env.run(reviewContract, { contract: 'A' })).toEqual({ signed: true });
    env.humans.cancel('What is it?');
    expect(await env.run(askOrGuess, { question: 'What is it?', guess: 'A cat' })).toBe('A cat');
  });

  it('ask all, or whoever is first', async () => {
    env.humans
      .answer('Review A', { verdict: 'change' })
      .answer('Can we pay for A?', { budget: 5 }, { after: '3d' });
    expect(await env.run(reviewByAll, { contract: 'A' })).toEqual({ signed: false, budget: 5 });
    env.humans.answer(({ candidates }) => candidates.groups.includes('sales'), { verdict: 'sign' });
    expect(await env.run(firstOpinion, { contract: 'A' })).toEqual({ by: 'sales', verdict: 'sign' });
  });

  it('escalate', async () => {
    env.humans.answer((task) => task.candidates.groups.includes('support-l2'), { answer: 'l2' });
    expect(await env.run(escalating, undefined)).toBe('l2');
    expect(env.tasks[0]?.events.map(({ kind }) => kind)).toEqual([
      'created',
      'notified',
      'escalated',
      'completed',
    ]);
    env.humans.answer((task) => task.escalationLevel === 2, { answer: 'l3' });
    expect(await env.run(threeTiers, undefined)).toBe('l3');
    env.humans.ignore(HELP);
    await expect(env.run(byTier, { tier: 'gold' })).rejects.toMatchObject({ type: 'TaskExpiredError' });
    await expect(env.run(byTier, { tier: 'bronze' })).rejects.toMatchObject({ type: 'sla.unknown_tier' });
  });

  it('let an approval climb, and expire', async () => {
    env.humans.approve((task) => task.escalationLevel === 1, { by: 'director@example.com' });
    expect(await env.run(spendMoney, { amount: 5 })).toEqual({ approved: true });
    env.humans.ignore('Spend money');
    await expect(env.run(spendMoney, { amount: 5 })).rejects.toMatchObject({ type: 'TaskExpiredError' });
  });

  it('vote on versions', async () => {
    const title = 'Publish this post?';
    env.humans.requestChanges(title, { by: 'ann', reason: 'shorter' });
    env.humans.approve(title, { by: 'ann' }).approve(title, { by: 'bob' });
    expect(await env.run(publishPost, { post: { text: 'Hi' } })).toEqual({ published: 'Hi (shorter)' });
    env.humans.reject(title, { by: 'cy', reason: 'No' });
    expect(await env.run(publishPost, { post: { text: 'Hi' } })).toEqual({ rejected: 'No' });
  });

  it('take signals', async () => {
    const solved = await env.start(withdrawable, undefined);
    await env.task(HELP);
    await solved.signal('solved');
    env.humans.ignore(HELP);
    expect(await solved.result()).toBe('not needed any more');
    const important = await env.start(withdrawable, undefined);
    env.humans.answer((task) => task.candidates.groups.includes('support-l2'), { answer: 'at once' });
    await important.signal('important');
    expect(await important.result()).toBe('at once');
  });

  it('keep state', async () => {
    const run = await env.start(packParcel, { items: ['pen', 'ink'] });
    await run.signal('pack', 'ink');
    expect(await run.query('missing')).toEqual(['pen']);
    expect(await run.query('packed')).toEqual(['ink']);
    expect(await run.query('waitsForPeople')).toBe(false);
    await run.signal('close');
    expect(await run.result()).toEqual(['ink']);
  });

  it('go on in new runs', async () => {
    const run = await env.start(collectOrders, { count: 0 });
    await env.task('Stop collecting orders?');
    for (let orders = 0; orders < 1_010; orders += 1) await run.signal('order');
    env.humans.answer('Stop collecting orders?', {});
    expect(await run.result()).toBe(1_010);
    expect(env.tasks).toHaveLength(1);
  });
});
