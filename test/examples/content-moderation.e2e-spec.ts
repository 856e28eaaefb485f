import { join } from 'node:path';
import { ScriptedModel } from '../../libs/agents/test/scripted-model';
import {
  type ApiClient,
  complete,
  eventually,
  type Json,
  listTasks,
  readTask,
  startSystem,
  type TestSystem,
} from '../harness';
import { Program } from '../mcp/program';

const PROGRAM = join(__dirname, '../../examples/content-moderation/dist/main.js');
const use = (id: string, name: string, input: Json) => ({ id, name, input });
const DEAL_BOT = use('toolu_block', 'block_author', { author: 'deal-bot' });
const REASON = 'A claim without proof.';
const CALLS = `query ($id: ID!) { task(id: $id) { toolApproval { digest calls { tool arguments risk } } } }`;

/** What the model does with the four posts of the example. */
const SCRIPT = [
  [use('toolu_1', 'publish', { reason: 'A question.' })],
  'Published.',
  [use('toolu_2', 'remove', { reason: 'Advertising.' })],
  'Removed.',
  [use('toolu_3', 'ask_people', { question: 'Is this an insult?' })],
  // It would rather have published it.
  [use('toolu_4', 'publish', { reason: 'Why not?' })],
  'A person has removed it.',
  [use('toolu_5', 'remove', { reason: 'Advertising.' }), DEAL_BOT],
  'Removed, and blocked.',
];

describe('The example content-moderation', () => {
  let system: TestSystem;
  let sam: ApiClient;
  let model: ScriptedModel;
  let agent: Program;

  beforeAll(async () => {
    system = await startSystem({ processes: ['gateway', 'mcp'] });
    sam = await system.person('sam@demo.test');
  });
  afterAll(() => system?.stop());
  beforeEach(async () => {
    model = await new ScriptedModel([...SCRIPT]).start();
  });
  afterEach(async () => {
    agent?.child.kill();
    await model.stop();
  });

  const start = (): Program =>
    new Program({
      args: [PROGRAM],
      env: {
        ORKESTRA_URL: system.url('mcp'),
        ORKESTRA_API_KEY: system.apiKey('demo'),
        ANTHROPIC_API_KEY: 'scripted',
        ANTHROPIC_BASE_URL: model.url,
      },
    });
  const askedFor = (title: string): Promise<Json> =>
    eventually(async () => {
      if (agent.child.exitCode !== null) throw new Error(`The agent has ended: ${agent.stderr}`);
      return (await listTasks(sam, { status: ['READY'] })).find((task) => task.title === title);
    });
  const countOfTasks = async () => (await system.rows('SELECT id FROM tasks')).length;
  const rulings = () => agent.messages().map(({ post, verdict, by }) => [post, verdict, by] as unknown[]);
  const decideBlocking = async (decision: Json): Promise<Json> => {
    const { id } = await askedFor('Block an author');
    const { task } = await sam.graphql(CALLS, { id });
    const { digest } = task.toolApproval as { digest: string };
    await complete(sam, id as string, { digest, decisions: { [DEAL_BOT.id]: decision } }, { claim: true });
    return task.toolApproval as Json;
  };

  test('clear posts are decided alone, the rest by people, whose verdict it goes by from then on', async () => {
    agent = start();
    const { id } = await askedFor('Moderate a post of lou');
    const asked = await readTask(sam, id as string);
    expect(asked.context).toMatchObject({ author: 'lou', post: expect.stringContaining('Mill Street') });
    expect(rulings()).toEqual([
      ['p1', 'publish', 'agent'],
      ['p2', 'remove', 'agent'],
    ]);
    await complete(sam, id as string, { verdict: 'remove', reason: REASON }, { claim: true });

    expect(await decideBlocking({ verdict: 'allow' })).toMatchObject({
      calls: [{ tool: 'block_author', arguments: { author: 'deal-bot' }, risk: 'HIGH' }],
    });
    expect(await agent.exitCode()).toBe(0);
    expect(rulings().slice(2)).toEqual([
      ['p3', 'remove', 'person'],
      ['p4', 'remove', 'agent'],
      [undefined, undefined, undefined],
    ]);
    expect(agent.messages().at(-1)).toEqual({ blocked: ['deal-bot'] });
    // What people had said stands before the model when it judges the next post, and not before.
    const systems = model.requests.flatMap(
      (request) => ((request as Json).system as string | undefined) ?? [],
    );
    expect(systems.map((words) => words.includes(REASON))).toEqual([false, false, false, true]);
    const afterThePerson = JSON.stringify(model.requests[6]?.messages);
    expect(afterThePerson).toContain('It is decided already: remove.');
  });

  test('an agent that starts again finds the question that it had asked, and takes a denial', async () => {
    const before = await countOfTasks();
    agent = start();
    expect(await decideBlocking({ verdict: 'deny', message: 'Not yet.' })).toBeDefined();
    expect(await agent.exitCode()).toBe(0);
    expect(agent.messages().slice(2)).toMatchObject([
      { post: 'p3', verdict: 'remove', by: 'person', reason: REASON },
      { post: 'p4' },
      { blocked: [] },
    ]);
    expect(model.resultOf(DEAL_BOT.id)).toMatchObject({ text: expect.stringContaining('Not yet.') });
    // Each run of the agent asks anew whether it may block, and never twice about the post.
    expect((await countOfTasks()) - before).toBe(1);
  });
});
