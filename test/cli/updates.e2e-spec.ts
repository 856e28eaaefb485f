import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { type ApiClient, complete, eventually, startSystem, type TestSystem } from '../harness';
import { cliProgram, relayEnv } from '../mcp/mcp-client';

describe('Live updates through orkestra mcp', () => {
  let system: TestSystem;
  let sam: ApiClient;
  beforeAll(async () => {
    system = await startSystem({ processes: ['gateway', 'mcp'] });
    sam = await system.person('sam@demo.test');
  });
  afterAll(() => system?.stop());

  /** Each era's way of saying what one wants to be told. */
  const subscribe = {
    legacy: (client: Client, uri: string) => client.subscribeResource({ uri }),
    modern: (client: Client, uri: string) => client.listen({ resourceSubscriptions: [uri] }),
  };

  test.each(['legacy', 'modern'] as const)('%s: they arrive, before and after a restart', async (era) => {
    const mode = era === 'legacy' ? ('legacy' as const) : { pin: '2026-07-28' };
    const client = new Client({ name: 'test', version: '1.0.0' }, { versionNegotiation: { mode } });
    const updated: string[] = [];
    client.setNotificationHandler(
      'notifications/resources/updated',
      ({ params }) => void updated.push(params.uri),
    );
    const env = relayEnv(system, system.apiKey('demo'));
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [cliProgram, 'mcp'],
        env,
        stderr: 'ignore',
      }),
    );
    const task = async (name: string) => {
      const args = { idempotency_key: `${era}-${name}`, title: name, assign_to: { group: 'support-l1' } };
      const { structuredContent } = await client.callTool({ name: 'task_create', arguments: args });
      return (structuredContent as { task: { task_id: string } }).task.task_id;
    };
    const [one, two] = [await task('one'), await task('two')];
    for (const id of [one, two]) await subscribe[era](client, `orkestra://tasks/${id}`);

    await complete(sam, one, {}, { claim: true });
    await eventually(() => updated.includes(`orkestra://tasks/${one}`));
    expect(updated).not.toContain(`orkestra://tasks/${two}`);

    await system.kill('mcp', 'SIGKILL');
    updated.length = 0;
    // Decided while nobody could tell the client.
    await complete(sam, two, {}, { claim: true });
    await system.restart('mcp');
    await eventually(() => updated.includes(`orkestra://tasks/${two}`));
    const { contents } = await client.readResource({ uri: `orkestra://tasks/${two}` });
    expect(JSON.stringify(contents)).toContain('COMPLETED');
    await client.close();
  });
});
