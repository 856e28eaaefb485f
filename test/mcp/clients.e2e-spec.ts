import { FixtureGateway } from '../../libs/agents/test/fixture-gateway';
import { ScriptedModel } from '../../libs/agents/test/scripted-model';
import { startSystem, type TestSystem } from '../harness';
import { chosenClients, FOREIGN_CLIENTS, visit } from '../clients/foreign-clients';
import { MovingDoor } from '../clients/moving-door';
import { connect, mcpUrl } from './mcp-client';

/** `npm run test:clients` tries all of them; the usual tests one. */
describe('Clients that others wrote', () => {
  let system: TestSystem;
  /** What the key may use. */
  let tools: unknown[];
  beforeAll(async () => {
    system = await startSystem({ processes: ['mcp', 'mcp2'] });
    const agent = await connect('v2 client, 2026 era, HTTP', system);
    for (const title of ['To read', 'To read on'])
      await agent.callTool('task_create', { idempotency_key: title.replaceAll(' ', '-'), title });
    tools = (await agent.listTools()).map(({ name }) => name as string);
    await agent.close();
  });
  afterAll(() => system?.stop());

  const sessionsMoved = () => system.logs('mcp2').split('A session goes on here').length - 1;

  test.each(chosenClients())(
    '%s finds its tools, asks once, waits, reads on, is refused and moves',
    async (name) => {
      const client = FOREIGN_CLIENTS[name];
      if (client === undefined) throw new Error(`There is no client ${name}.`);
      const start = await client.install();
      if ('missing' in start) return process.stderr.write(`SKIPPED: ${client.title}: ${start.missing}\n`);
      const door = await MovingDoor.open(mcpUrl(system));
      const movedBefore = sessionsMoved();
      const told = await visit(start, {
        url: door.url,
        key: system.apiKey('demo'),
        unique: `asked-by-${name}`,
        move: async () => {
          door.move(mcpUrl(system, 'mcp2'));
          await system.kill('mcp');
        },
      }).finally(() => door.close());
      await system.restart('mcp');

      expect(told['tools']).toEqual(tools);
      const [first, again] = told['created'] as { task: { task_id: string } }[];
      expect(again?.task.task_id).toBe(first?.task.task_id);
      expect(told['waited']).toMatchObject({ done: false, task: { task_id: first?.task.task_id } });
      const [page, next] = told['pages'] as { items: { task_id: string }[]; next_cursor: string | null }[];
      expect(page).toMatchObject({ items: [{}] });
      expect(next?.items.map(({ task_id }) => task_id)).not.toContain(page?.items[0]?.task_id);
      expect(told['error']).toMatch(/BAD_USER_INPUT: .*\/title: must not be empty.*Next: /s);
      expect(told['whoami']).toMatchObject({ principal: { display_name: 'support-bot' } });
      expect(sessionsMoved()).toBe(movedBefore + (client.sessionless ? 0 : 1));
    },
    600_000,
  );
});

const usesAiSdk = chosenClients().includes('ai-sdk');

(usesAiSdk ? describe : describe.skip)('@orkestra/agents with the AI SDK 7 on Node 24', () => {
  const gateway = new FixtureGateway();
  const charge = { id: 'toolu_2', name: 'charge', input: { amount: 7 } };
  const model = new ScriptedModel([
    [{ id: 'toolu_1', name: 'refund', input: { amount: 40 } }, charge],
    'Done.',
  ]);
  beforeAll(() => Promise.all([gateway.start(), model.start()]));
  afterAll(() => Promise.all([gateway.stop(), model.stop()]));

  test('runs what is allowed, and tells the model in a sentence why not the rest', async () => {
    const start = await FOREIGN_CLIENTS['ai-sdk']!.install();
    if ('missing' in start) return process.stderr.write(`SKIPPED: ${start.missing}\n`);
    const [node, program] = start;
    const visiting = visit([node, program!.replace('client.js', 'approvals.js')], {
      url: gateway.url,
      key: 'good',
      unique: 'turn',
      env: { MODEL_URL: model.url },
    });
    const asked = await Promise.race([gateway.asked('refund', 'charge'), visiting]);
    gateway.decide(asked as Awaited<ReturnType<FixtureGateway['asked']>>, {
      refund: { verdict: 'allowed' },
      charge: { verdict: 'denied', message: 'Paid already.' },
    });
    const told = await visiting;
    expect(told).toMatchObject({ ended: 'Done.', ran: [['refund', { amount: 40 }]] });
    expect(told['node']).toMatch(/^v24\./);
    expect(model.resultOf('toolu_1').text).toContain('refund is done');
    expect(model.resultOf('toolu_2').text).toContain(
      'Denied by the reviewer (Kim): Paid already. The call of charge was not made.',
    );
  });
});
