import Anthropic from '@anthropic-ai/sdk';
import { betaTool } from '@anthropic-ai/sdk/helpers/beta/json-schema';
import { createAnthropic } from '@ai-sdk/anthropic';
import { type Approvals, approvals } from '@orkestra/agents';
import { approvedTools as forAiSdk } from '@orkestra/agents/ai-sdk';
import { approvedTools as forRunner } from '@orkestra/agents/anthropic';
import { generateText, type ModelMessage, stepCountIs, tool } from 'ai';
import { z } from 'zod';
import { ScriptedModel } from '../../libs/agents/test/scripted-model';
import {
  type ApiClient,
  complete,
  eventually,
  type Json,
  listTasks,
  startSystem,
  type TestSystem,
} from '../harness';

const APPROVAL = `query ($id: ID!) { task(id: $id) { status toolApproval { digest
  calls { callId tool arguments reason risk verdict } } } }`;
const REFUND = { id: 'toolu_refund', name: 'refund', input: { order: '4711', amount: 40.5 } };
const EMAIL = { id: 'toolu_email', name: 'send_email', input: { to: 'kim@customer.test' } };
const LAST_WORDS = 'I paid it back and wrote to nobody.';

describe('An agent whose tools need approval', () => {
  let system: TestSystem;
  let sam: ApiClient;
  let desk: Approvals;
  let model: ScriptedModel;
  let ran: unknown[];

  beforeAll(async () => {
    system = await startSystem({ processes: ['gateway', 'mcp'] });
    sam = await system.person('sam@demo.test');
  });
  afterAll(() => system?.stop());

  beforeEach(async () => {
    ran = [];
    model = await new ScriptedModel([[REFUND, EMAIL], LAST_WORDS]).start();
    desk = approvals({
      url: system.url('mcp'),
      apiKey: system.apiKey('demo'),
      assignTo: { group: 'support-l1' },
      title: expect.getState().currentTestName?.slice(-100),
    });
  });
  afterEach(async () => {
    await desk.close();
    await model.stop();
  });

  /** The one task in which a person finds both calls. */
  const askedTask = async (): Promise<Json> => {
    const open = await eventually(async () => {
      const tasks = await listTasks(sam, { status: ['READY'] });
      return tasks.length === 1 && tasks[0];
    });
    const { task } = await sam.graphql(APPROVAL, { id: open.id });
    return { ...task, id: open.id } as Json;
  };
  const decide = ({ id, toolApproval }: Json) => {
    const decisions = {
      [REFUND.id]: { verdict: 'allow' },
      [EMAIL.id]: { verdict: 'deny', message: 'She has left the company.' },
    };
    return complete(sam, id as string, { digest: toolApproval.digest, decisions }, { claim: true });
  };

  const agents: Record<string, () => Promise<unknown>> = {
    "Anthropic's tool runner": () => {
      const client = new Anthropic({ apiKey: 'scripted', baseURL: model.url });
      const properties = {
        order: { type: 'string' },
        amount: { type: 'number' },
        to: { type: 'string' },
      } as const;
      const named = (name: string) =>
        betaTool({
          name,
          description: name,
          inputSchema: { type: 'object', properties } as const,
          run: (args) => {
            ran.push([name, args]);
            return `${name} is done`;
          },
        });
      const tools = forRunner(desk, [named('refund'), named('send_email')], {
        describe: ({ tool: name }) =>
          name === 'refund' ? { risk: 'high', reason: 'It arrived broken.' } : {},
      });
      return client.beta.messages
        .toolRunner({
          model: 'scripted',
          max_tokens: 100,
          messages: [{ role: 'user', content: 'Go' }],
          tools,
        })
        .runUntilDone();
    },
    'the AI SDK': async () => {
      const anthropic = createAnthropic({ apiKey: 'scripted', baseURL: `${model.url}/v1` });
      const given = {
        refund: tool({
          inputSchema: z.object({ order: z.string(), amount: z.number() }),
          execute: (input) => {
            ran.push(['refund', input]);
            return 'refund is done';
          },
        }),
        send_email: tool({
          inputSchema: z.object({ to: z.string() }),
          execute: (input) => void ran.push(['send_email', input]),
        }),
      };
      const { tools, answer } = forAiSdk(desk, given, {
        describe: ({ tool: name }) =>
          name === 'refund' ? { risk: 'high', reason: 'It arrived broken.' } : {},
      });
      const messages: ModelMessage[] = [{ role: 'user', content: 'Go' }];
      for (;;) {
        const result = await generateText({
          model: anthropic('scripted'),
          tools,
          messages,
          maxOutputTokens: 100,
          stopWhen: stepCountIs(5),
        });
        messages.push(...(JSON.parse(JSON.stringify(result.response.messages)) as ModelMessage[]));
        const approval = await answer(messages);
        if (approval === undefined) return result.text;
        messages.push(approval);
      }
    },
  };

  test.each(Object.keys(agents))(
    '%s: one task for the turn; what is denied reaches the model, what is allowed runs once',
    async (name) => {
      const done = (agents[name] as () => Promise<unknown>)();
      const task = await askedTask();
      expect(task.toolApproval.calls).toMatchObject([
        {
          callId: REFUND.id,
          tool: 'refund',
          arguments: REFUND.input,
          reason: 'It arrived broken.',
          risk: 'HIGH',
        },
        { callId: EMAIL.id, tool: 'send_email', arguments: EMAIL.input, verdict: 'PENDING' },
      ]);
      expect(ran).toEqual([]);
      await decide(task);
      expect(JSON.stringify(await done)).toContain(LAST_WORDS);
      expect(ran).toEqual([['refund', REFUND.input]]);
      expect(model.resultOf(REFUND.id).text).toContain('refund is done');
      const denied = model.resultOf(EMAIL.id).text;
      expect(denied).toContain('Denied by the reviewer (Sam Okafor): She has left the company.');
    },
  );

  test('a gateway that restarts while people think changes nothing', async () => {
    const done = (agents["Anthropic's tool runner"] as () => Promise<unknown>)();
    const task = await askedTask();
    await system.kill('mcp', 'SIGKILL');
    await decide(task);
    await system.restart('mcp');
    await done;
    expect(ran).toEqual([['refund', REFUND.input]]);
  });
});
