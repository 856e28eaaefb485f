import { type Pattern, testFile } from './pattern';

const approval: Pattern = {
  name: 'Approval: one person says yes or no',
  use: 'Something may only happen when somebody agrees. Whoever asks (onBehalfOf) may not approve it themselves.',
  workflows: `import { approval, timeout, workflow, workflows } from '@orkestra/sdk';
import { proxyActivities } from '@temporalio/workflow';
import { z } from 'zod';

interface Activities {
  payOut(input: { employee: string; amount: number }): Promise<{ receipt: string }>;
}
const { payOut } = proxyActivities<Activities>({ startToCloseTimeout: '30s' });

export const expense = workflow(
  'expense',
  {
    description: 'Pays an expense when somebody has approved it.',
    version: '1.0.0',
    input: z.object({ employee: z.email(), amount: z.number().positive(), purpose: z.string() }),
  },
  async (ctx, { employee, amount, purpose }) => {
    const decision = await approval(ctx, {
      title: \`Expense of \${employee}\`,
      description: purpose,
      payload: { employee, amount, purpose },
      assignTo: { group: 'finance' },
      onBehalfOf: employee,
      sla: timeout('5d'),
    });
    if (!decision.approved) return { paid: false, reason: decision.reason };
    // What was approved, and nothing else: people may have put another version up for approval.
    const { receipt } = await payOut({ employee, amount: decision.payload.amount });
    return { paid: true, receipt };
  },
);

export default workflows(expense);
`,
  test: testFile(
    'expense',
    `activities: { payOut: async () => ({ receipt: 'r-1' }) },
    people: { finance: ['lee@example.com'], employees: ['kim@example.com'] },`,
    `
const lunch = { employee: 'kim@example.com', amount: 120, purpose: 'Lunch' };

test('what is approved is paid', async () => {
  env.humans.approve('Expense of kim@example.com', { by: 'lee@example.com', after: '3h' });
  assert.deepEqual(await env.run(expense, lunch), { paid: true, receipt: 'r-1' });
});

test('what is rejected is not, and the reason is kept', async () => {
  env.humans.reject('Expense of kim@example.com', { by: 'lee@example.com', reason: 'Too much' });
  assert.deepEqual(await env.run(expense, lunch), { paid: false, reason: 'Too much' });
});
`,
  ),
};

const quorum: Pattern = {
  name: 'Quorum: several people vote',
  use: "More than one has to agree: quorum 'any', 'all', { rule: 'count', count }, { rule: 'percentage', percentage } or { rule: 'per-group', count }; veto: true lets one rejection reject. onChangesRequested makes the next version when a voter asks for one.",
  workflows: `import { approval, workflow, workflows } from '@orkestra/sdk';
import { z } from 'zod';

export const publishPost = workflow(
  'publish-post',
  { description: 'Two editors agree before a post appears.', version: '1.0.0', input: z.object({ text: z.string().min(1) }) },
  async (ctx, { text }) => {
    let post = { text };
    const { approved, payload, reason, votes } = await approval(ctx, {
      title: 'Publish this post?',
      payload: post,
      assignTo: { group: 'editors' },
      quorum: { rule: 'count', count: 2, veto: true },
      onChangesRequested: ({ reason: wish }) => Promise.resolve((post = { text: \`\${post.text} (\${wish})\` })),
    });
    return approved ? { published: payload.text, votes: votes.length } : { rejected: reason };
  },
);

export default workflows(publishPost);
`,
  test: testFile(
    'publishPost',
    `people: { editors: ['ann', 'bob', 'cy'] },`,
    `
const ASKED = 'Publish this post?';

test('two of three agree', async () => {
  env.humans.approve(ASKED, { by: 'ann' });
  env.humans.approve(ASKED, { by: 'cy', after: '1d' });
  assert.deepEqual(await env.run(publishPost, { text: 'Hello' }), { published: 'Hello', votes: 2 });
});

test('one veto rejects', async () => {
  env.humans.reject(ASKED, { by: 'bob', reason: 'Not true' });
  assert.deepEqual(await env.run(publishPost, { text: 'Hello' }), { rejected: 'Not true' });
});
`,
  ),
};

const toolApproval: Pattern = {
  name: 'Agent tool approval: people allow what an agent is about to do',
  use: 'A model plans actions in an activity; what is harmless is done, the rest is done only as it was approved. An agent outside of a workflow uses @orkestra/agents instead.',
  workflows: `import { approval, workflow, workflows } from '@orkestra/sdk';
import { proxyActivities } from '@temporalio/workflow';
import { z } from 'zod';

interface Call {
  tool: string;
  args: Record<string, string>;
  risk: 'low' | 'high';
}
interface Activities {
  /** Asks the model; it runs nothing. */
  plan(input: { request: string }): Promise<{ calls: Call[] }>;
  act(call: Call): Promise<void>;
}
const { plan } = proxyActivities<Activities>({ startToCloseTimeout: '2m' });
const { act } = proxyActivities<Activities>({ startToCloseTimeout: '1m', retry: { maximumAttempts: 1 } });

export const agentDesk = workflow(
  'agent-desk',
  { description: 'An agent acts; people allow what is risky.', version: '1.0.0', input: z.object({ request: z.string().min(3) }) },
  async (ctx, { request }) => {
    const { calls } = await plan({ request });
    const risky = calls.filter(({ risk }) => risk === 'high');
    let allowed = calls;
    if (risky.length > 0) {
      const { approved, payload, reason } = await approval(ctx, {
        title: 'An agent wants to act',
        description: request,
        payload: { calls },
        assignTo: { group: 'support-l2' },
      });
      if (!approved) return { done: [], reason };
      allowed = payload.calls;
    }
    for (const call of allowed) await act(call);
    return { done: allowed.map(({ tool }) => tool) };
  },
);

export default workflows(agentDesk);
`,
  test: testFile(
    'agentDesk',
    `activities: {
      plan: async ({ request }: { request: string }) => ({
        calls: [{ tool: request, args: {}, risk: request === 'refund' ? 'high' : 'low' }],
      }),
      act: async ({ tool }: { tool: string }) => void acted.push(tool),
    },
    people: { 'support-l2': ['lee'] },`,
    `
const acted: string[] = [];

test('what is harmless needs nobody', async () => {
  assert.deepEqual(await env.run(agentDesk, { request: 'look-up' }), { done: ['look-up'] });
  assert.equal(env.tasks.length, 0);
});

test('what is risky waits for a person', async () => {
  env.humans.approve('An agent wants to act', { by: 'lee', after: '1h' });
  assert.deepEqual(await env.run(agentDesk, { request: 'refund' }), { done: ['refund'] });
});

test('what is denied is not done', async () => {
  acted.length = 0;
  env.humans.reject('An agent wants to act', { by: 'lee', reason: 'No' });
  assert.deepEqual(await env.run(agentDesk, { request: 'refund' }), { done: [], reason: 'No' });
  assert.deepEqual(acted, []);
});
`,
  ),
};

/** People who decide. */
export const decidingPatterns = [approval, quorum, toolApproval];
