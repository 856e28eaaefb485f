import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, startSystem, type TestSystem } from '../harness';
import { cliProgram, connect, mcpUrl, relayEnv } from './mcp-client';
import { INITIALIZE, Program } from './program';

const WHOAMI = { jsonrpc: '2.0', id: 2, method: 'tools/call', params: { name: 'whoami', arguments: {} } };

describe('orkestra mcp', () => {
  let system: TestSystem;
  let folder: string;
  beforeAll(async () => {
    system = await startSystem({ processes: ['mcp'] });
    folder = mkdtempSync(join(tmpdir(), 'orkestra-cli-'));
  });
  afterAll(async () => {
    await system?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = (env: Record<string, string>, cwd?: string) =>
    new Program({ args: [cliProgram, 'mcp'], env, cwd });
  const startWell = () => start(relayEnv(system, system.apiKey('demo')));

  test.each(['ork_wrong', ''])('key "%s" ends it with 2, a clear line and an empty stdout', async (key) => {
    const program = start(relayEnv(system, key));
    expect(await program.exitCode()).toBe(2);
    expect(program.stdout).toBe('');
    expect(program.stderr).toMatch(/^orkestra: .*(key|KEY).*\n$/);
  });

  test('a gateway that does not answer is named, and ends it with 1', async () => {
    const program = start({ ...relayEnv(system, 'ork_any'), ORKESTRA_URL: 'http://127.0.0.1:9' });
    expect(await program.exitCode()).toBe(1);
    expect([program.stdout, program.stderr]).toEqual(['', expect.stringContaining('http://127.0.0.1:9/mcp')]);
  });

  test('garbage is survived, stdout is only the protocol, the end of stdin is a clean end', async () => {
    const program = startWell();
    program.write('this is not JSON');
    program.write('{"jsonrpc":"2.0"');
    program.write('[]');
    program.write(INITIALIZE);
    expect((await program.answer(1)).result).toMatchObject({ serverInfo: { name: 'orkestra' } });
    program.write({ jsonrpc: '2.0', method: 'notifications/initialized' });
    program.write('\u0000\u0001 more garbage');
    program.write({ ...WHOAMI, id: 3, params: { filler: 'x'.repeat(20_000_000) } });
    program.write(
      '{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"arguments":{"n":9007199254740993}}}',
    );
    program.write(WHOAMI);
    const { result } = await program.answer(2);
    expect(result.structuredContent).toMatchObject({ tenant_id: system.tenantId('demo') });
    expect((await program.answer(3)).error.message).toMatch(/larger than 1 MB/);
    expect((await program.answer(4)).error.message).toMatch(
      '/n: Has more digits than a number keeps exactly',
    );
    expect(await program.endOfInput()).toBe(0);
    expect(program.messages().length).toBeGreaterThanOrEqual(3);
  });

  test('requests that are piped in at once are answered before it ends', async () => {
    const program = startWell();
    program.write(INITIALIZE);
    program.write({ jsonrpc: '2.0', method: 'notifications/initialized' });
    program.write(WHOAMI);
    program.write({ jsonrpc: '2.0', id: 3, method: 'tools/list' });
    expect(await program.endOfInput()).toBe(0);
    const ids = program.messages().map(({ id }) => id as number);
    expect(ids.sort()).toEqual([1, 2, 3]);
  });

  describe('without ORKESTRA_URL', () => {
    /** What `npm start` writes of the stack that runs. */
    const writeDevFile = (home: string, change: object = {}, mode = 0o600) => {
      mkdirSync(home, { recursive: true });
      const dev = {
        urls: { mcp: mcpUrl(system).href },
        tenants: [{ apiKey: system.apiKey('demo') }],
        pids: { launcher: process.pid },
        ...change,
      };
      writeFileSync(join(home, 'dev.json'), JSON.stringify(dev), { mode });
    };
    const PATH = process.env.PATH ?? '';

    test('it finds the stack of this machine, above the working folder or where ORKESTRA_HOME is', async () => {
      const project = join(folder, 'project');
      const deep = join(project, 'a', 'b');
      mkdirSync(deep, { recursive: true });
      writeDevFile(join(project, '.orkestra'));
      const found = [start({ PATH }, deep), start({ PATH, ORKESTRA_HOME: join(project, '.orkestra') })];
      for (const program of found) {
        program.write(INITIALIZE);
        program.write({ jsonrpc: '2.0', method: 'notifications/initialized' });
        program.write(WHOAMI);
        const { result } = await program.answer(2);
        expect(result.structuredContent).toMatchObject({ tenant_id: system.tenantId('demo') });
        expect(await program.endOfInput()).toBe(0);
      }
    });

    test.each([
      ['there is none', undefined, /There is no gateway\. .*ORKESTRA_URL/],
      ['it has ended', () => [{ pids: { launcher: 2 ** 30 } }], /There is no gateway\./],
      ['others may read or have written its file', () => [{}, 0o644], /dev\.json .*mode 600/],
      ['it names another machine', () => [{ urls: { mcp: 'http://10.0.0.1/mcp' } }], /another machine/],
    ] as [string, (() => [object?, number?]) | undefined, RegExp][])(
      'it ends with 2 when %s',
      async (name, change, message) => {
        const home = join(folder, name.replaceAll(' ', '-'), '.orkestra');
        mkdirSync(home, { recursive: true });
        if (change !== undefined) writeDevFile(home, ...change());
        const program = start({ PATH }, home);
        expect(await program.exitCode()).toBe(2);
        expect([program.stdout, program.stderr]).toEqual(['', expect.stringMatching(message)]);
        expect(program.stderr).not.toContain('ork_');
      },
    );
  });

  test('the relay answers a call that the gateway died under, and goes on with the next one', async () => {
    for (const kind of ['v1 client, stdio relay', 'v2 client, 2026 era, stdio relay'] as const) {
      const agent = await connect(kind, system);
      const create = { idempotency_key: `relay-${kind.slice(0, 2)}`, title: 'Outlives the gateway' };
      const { task } = (await agent.callTool('task_create', create)).structuredContent;
      const beats: number[] = [];
      const waiting = agent.callTool(
        'task_await',
        { task_id: task.task_id, timeout_seconds: 50 },
        { onprogress: ({ progress }) => void beats.push(progress) },
      );
      const lost = expect(waiting).rejects.toThrow(/Call again with the same arguments/);
      await eventually(() => beats.length > 0);
      await system.kill('mcp', 'SIGKILL');
      await lost;
      await expect(agent.callTool('task_create', create)).rejects.toThrow(/cannot be reached/);
      await system.restart('mcp');
      const again = await agent.callTool('task_create', create);
      expect(again.structuredContent.task.task_id).toBe(task.task_id);
      await agent.close();
    }
  });
});
