import Anthropic from '@anthropic-ai/sdk';
import { betaTool } from '@anthropic-ai/sdk/helpers/beta/json-schema';
import { FixtureGateway } from '../test/fixture-gateway';
import { ScriptedModel } from '../test/scripted-model';
import { approvedTools, type ApprovedToolsOptions } from './anthropic';
import { type Approvals, approvals } from './index';

describe("tools of Anthropic's runner", () => {
  const gateway = new FixtureGateway();
  const ran: unknown[] = [];
  let desk: Approvals;
  let model: ScriptedModel;

  beforeAll(() => gateway.start());
  afterAll(() => gateway.stop());
  beforeEach(() => {
    desk = approvals({ url: gateway.url, apiKey: 'good' });
    ran.length = 0;
  });
  afterEach(async () => {
    await desk.close();
    await model.stop();
  });

  const object = {
    type: 'object',
    properties: { amount: { type: 'number' }, to: { type: 'string' } },
  } as const;
  const tool = (name: string) =>
    betaTool({
      name,
      description: name,
      inputSchema: object,
      run: (args) => {
        ran.push([name, args]);
        return `${name} done`;
      },
    });
  const start = async (
    script: ConstructorParameters<typeof ScriptedModel>[0],
    options?: ApprovedToolsOptions,
  ) => {
    model = await new ScriptedModel(script).start();
    const client = new Anthropic({ apiKey: 'scripted', baseURL: model.url, maxRetries: 0 });
    const runner = client.beta.messages.toolRunner({
      model: 'scripted',
      max_tokens: 100,
      messages: [{ role: 'user', content: 'Go' }],
      tools: approvedTools(desk, [tool('refund'), tool('send_email')], options),
    });
    return runner.runUntilDone();
  };
  const refund = { id: 'toolu_1', name: 'refund', input: { amount: 40 } };
  const email = { id: 'toolu_2', name: 'send_email', input: { to: 'kim@x.test' } };

  it('asks about a turn once; what is allowed runs once, what is denied tells the model why', async () => {
    const before = gateway.requests.size;
    const done = start([[refund, email], 'Only the refund then.'], {
      describe: ({ tool: name }) => (name === 'refund' ? { risk: 'high', reason: 'Late parcel.' } : {}),
    });
    const asked = await gateway.asked('refund', 'send_email');
    expect(asked.calls[0]).toMatchObject({ risk: 'high', reason: 'Late parcel.', arguments: { amount: 40 } });
    expect(ran).toEqual([]);
    gateway.decide(asked, {
      refund: { verdict: 'allowed' },
      send_email: { verdict: 'denied', message: 'She has left.' },
    });
    expect((await done).content).toMatchObject([{ text: 'Only the refund then.' }]);
    expect(ran).toEqual([['refund', { amount: 40 }]]);
    expect(model.resultOf('toolu_1')).toEqual({ isError: false, text: 'refund done' });
    expect(model.resultOf('toolu_2')).toEqual({
      isError: true,
      text: 'Error: Denied by the reviewer (Kim): She has left. The call of send_email was not made.',
    });
    expect(gateway.requests.size).toBe(before + 1);
  });

  it('does not ask about calls that need no approval', async () => {
    const before = gateway.requests.size;
    await start([[email], 'Done.'], { needsApproval: ({ tool: name }) => name === 'refund' });
    expect(ran).toEqual([['send_email', { to: 'kim@x.test' }]]);
    expect(gateway.requests.size).toBe(before);
  });

  it('tells the model when nobody decided in time, and runs nothing', async () => {
    await start([[{ ...refund, id: 'toolu_3' }], 'Later then.'], { longestWaitMs: 100 });
    expect(ran).toEqual([]);
    expect(model.resultOf('toolu_3')).toMatchObject({
      isError: true,
      text: expect.stringContaining('Nobody has decided yet'),
    });
  });
});
