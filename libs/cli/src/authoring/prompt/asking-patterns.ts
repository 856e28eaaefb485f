import { type Pattern, testFile } from './pattern';

const form: Pattern = {
  name: 'Form: one person answers',
  use: 'Somebody has to know, write or choose something. The answer is typed by the form.',
  workflows: `import { task, timeout, workflow, workflows } from '@orkestra/sdk';
import { proxyActivities } from '@temporalio/workflow';
import { z } from 'zod';

interface Activities {
  tellCustomer(input: { customer: string; answer: string }): Promise<void>;
}
const { tellCustomer } = proxyActivities<Activities>({ startToCloseTimeout: '30s' });

export const answerCustomer = workflow(
  'answer-customer',
  {
    description: 'A person answers a customer, and may refund something.',
    version: '1.0.0',
    input: z.object({ customer: z.string().min(1), question: z.string().min(3) }),
  },
  async (ctx, { customer, question }) => {
    const { data } = await task(ctx, {
      title: 'A customer asks',
      description: question,
      form: {
        answer: { type: 'textarea', label: 'Your answer', required: true },
        refund: { type: 'boolean', label: 'Refund something?', required: true },
        amount: {
          type: 'number',
          required: true,
          validation: { min: 0, max: 500 },
          showWhen: { field: 'refund', equals: true },
        },
      },
      assignTo: { group: 'support-l1' },
      context: { customer },
      sla: timeout('2d'),
    });
    await tellCustomer({ customer, answer: data.answer });
    return { answer: data.answer, refunded: data.refund ? (data.amount ?? 0) : 0 };
  },
);

export default workflows(answerCustomer);
`,
  test: testFile(
    'answerCustomer',
    `activities: { tellCustomer: async (input: { answer: string }) => void told.push(input.answer) },
    people: { 'support-l1': ['sam'] },`,
    `
const told: string[] = [];
const input = { customer: 'Kim', question: 'Where is my parcel?' };

test('the customer hears the answer, a day later', async () => {
  const answer = { answer: 'On its way', refund: true, amount: 20 };
  env.humans.answer('A customer asks', answer, { by: 'sam', after: '1d' });
  assert.deepEqual(await env.run(answerCustomer, input), { answer: 'On its way', refunded: 20 });
  assert.deepEqual(told, ['On its way']);
});

test('nobody answers in time', async () => {
  env.humans.ignore('A customer asks');
  await assert.rejects(env.run(answerCustomer, input), { type: 'TaskExpiredError' });
});
`,
  ),
};

const escalation: Pattern = {
  name: 'Escalation: time limits, reminders, the next level',
  use: 'An answer is needed in time: remind, hand on to others, decide without an answer. Durations: 30m, 4h, 2d, 1bd (business days).',
  workflows: `import { escalationChain, TaskExpiredError, taskWithEscalation, timeout, workflow, workflows } from '@orkestra/sdk';
import { z } from 'zod';

export const fixOutage = workflow(
  'fix-outage',
  { description: 'Gets an outage to somebody who can fix it.', version: '1.0.0', input: z.object({ what: z.string().min(3) }) },
  async (ctx, { what }) => {
    const chain = escalationChain()
      .notifyAfter('15m', { ifUnclaimed: true })
      .escalateAfter('30m', { group: 'support-l2' })
      .expireAfter('4h')
      .build();
    const spec = {
      title: 'Outage',
      description: what,
      form: { cause: { type: 'textarea', required: true } },
      assignTo: { group: 'support-l1' },
      sla: timeout('1h'),
    } as const;
    try {
      const { data, completedBy } = await taskWithEscalation(ctx, spec, chain);
      return { fixed: true, cause: data.cause, by: completedBy?.displayName };
    } catch (error) {
      if (error instanceof TaskExpiredError) return { fixed: false };
      throw error;
    }
  },
);

export default workflows(fixOutage);
`,
  test: testFile(
    'fixOutage',
    `people: { 'support-l1': ['sam'], 'support-l2': ['lee'] },`,
    `
test('the second level gets what the first did not take', async () => {
  const second = ({ candidates }: { candidates: { groups: readonly string[] } }) =>
    candidates.groups.includes('support-l2');
  env.humans.answer(second, { cause: 'A full disk' }, { by: 'lee' });
  const { fixed, cause } = await env.run(fixOutage, { what: 'No login' });
  assert.deepEqual({ fixed, cause }, { fixed: true, cause: 'A full disk' });
});

test('after four hours it gives up', async () => {
  env.humans.ignore('Outage');
  assert.deepEqual(await env.run(fixOutage, { what: 'No login' }), { fixed: false });
});
`,
  ),
};

const conversation: Pattern = {
  name: 'Conversation: a dialogue until somebody ends it',
  use: 'Messages come in while the workflow runs (a chat, e-mail). Each signal is one message; a task shows the dialogue by conversationId.',
  workflows: `import { createState, onQuery, onSignal, task, workflow, workflows } from '@orkestra/sdk';
import { condition } from '@temporalio/workflow';
import { z } from 'zod';

export const chat = workflow(
  'chat',
  {
    description: 'People answer a customer until the customer says goodbye.',
    version: '1.0.0',
    input: z.object({ conversationId: z.string().min(1), question: z.string().min(1) }),
  },
  async (ctx, { conversationId, question }) => {
    const open: string[] = [question];
    let over = false;
    const answers = createState<string[]>(ctx, 'answers', []);
    onSignal<[string]>(ctx, 'customerWrote', (text) => void open.push(text));
    onSignal(ctx, 'goodbye', () => void (over = true));
    onQuery(ctx, 'openQuestions', () => open.length);
    for (;;) {
      await condition(() => over || open.length > 0);
      const next = open.shift();
      if (next === undefined) return { answers: answers.get() };
      const { data } = await task(ctx, {
        title: 'A customer writes',
        description: next,
        conversationId,
        form: { answer: { type: 'textarea', required: true } },
        assignTo: { group: 'support-l1' },
      });
      answers.update((all) => [...all, data.answer]);
    }
  },
);

export default workflows(chat);
`,
  test: testFile(
    'chat',
    `people: { 'support-l1': ['sam'] },`,
    `
test('every message is answered, in order', async () => {
  env.humans.answer('A customer writes', { answer: 'Yes' }, { by: 'sam', after: '5m' });
  env.humans.answer('A customer writes', { answer: 'Tomorrow' }, { by: 'sam', after: '5m' });
  const run = await env.start(chat, { conversationId: 'chat-1', question: 'Do you ship?' });
  await run.signal('customerWrote', 'When?');
  await run.signal('goodbye');
  assert.deepEqual(await run.result(), { answers: ['Yes', 'Tomorrow'] });
});
`,
  ),
};

/** People who answer. */
export const askingPatterns = [form, escalation, conversation];
