import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { eventually, type Json, startSystem, type TestSystem } from '../harness';
import { connect, localEnv, relayEnv, stdioProgram } from './mcp-client';

const INITIALIZE = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'raw', version: '1' } },
};

/** The program as an agent's client runs it, with all that it prints. */
class Program {
  stdout = '';
  stderr = '';
  private readonly child: ChildProcess;
  private readonly exited: Promise<unknown[]>;

  constructor(env: Record<string, string>) {
    this.child = spawn(process.execPath, ['--no-warnings', stdioProgram], { env, cwd: '/' });
    this.exited = once(this.child, 'exit');
    this.child.stdout?.on('data', (chunk: Buffer) => (this.stdout += chunk.toString()));
    this.child.stderr?.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
    this.child.stdin?.on('error', () => undefined);
  }

  write(line: string | object): void {
    this.child.stdin?.write(`${typeof line === 'string' ? line : JSON.stringify(line)}\n`);
  }

  async exitCode(): Promise<unknown> {
    return (await this.exited)[0];
  }

  async endOfInput(): Promise<unknown> {
    this.child.stdin?.end();
    return this.exitCode();
  }

  answer(id: number): Promise<Json> {
    return eventually(() => this.messages().find((message) => message.id === id));
  }

  /** @throws SyntaxError when stdout holds anything but the protocol */
  messages(): Json[] {
    const lines = this.stdout.split('\n').slice(0, -1);
    return lines.map((line) => JSON.parse(line) as Json);
  }
}

describe('stdio', () => {
  let system: TestSystem;
  beforeAll(async () => (system = await startSystem({ processes: ['mcp'] })));
  afterAll(() => system?.stop());

  const environments = {
    relay: (key: string) => relayEnv(system, key),
    'in-process': (key: string) => localEnv(system, key),
  };
  const ways = Object.keys(environments) as (keyof typeof environments)[];

  test.each(ways)(
    '%s: a wrong or missing key ends it with 2, a clear line and an empty stdout',
    async (way) => {
      for (const key of ['ork_wrong', '']) {
        const program = new Program(environments[way](key));
        expect(await program.exitCode()).toBe(2);
        expect(program.stdout).toBe('');
        expect(program.stderr).toMatch(/^orkestra mcp: .*(key|KEY).*\n$/);
      }
    },
  );

  test('a gateway that does not answer is named, and ends it with 1', async () => {
    const program = new Program({ ...relayEnv(system, 'ork_any'), ORKESTRA_URL: 'http://127.0.0.1:9' });
    expect(await program.exitCode()).toBe(1);
    expect([program.stdout, program.stderr]).toEqual(['', expect.stringContaining('http://127.0.0.1:9/mcp')]);
  });

  test.each(ways)(
    '%s: garbage is survived, stdout is only the protocol, the end of stdin is a clean end',
    async (way) => {
      const program = new Program(environments[way](system.apiKey('demo')));
      program.write('this is not JSON');
      program.write('{"jsonrpc":"2.0"');
      program.write('[]');
      program.write(INITIALIZE);
      expect((await program.answer(1)).result).toMatchObject({ serverInfo: { name: 'orkestra' } });
      program.write({ jsonrpc: '2.0', method: 'notifications/initialized' });
      program.write('\u0000\u0001 more garbage');
      program.write({
        jsonrpc: '2.0',
        id: 2,
        method: 'tools/call',
        params: { name: 'whoami', arguments: {} },
      });
      const { result } = await program.answer(2);
      expect(result.structuredContent).toMatchObject({ tenant_id: system.tenantId('demo') });
      expect(await program.endOfInput()).toBe(0);
      expect(program.messages().length).toBeGreaterThanOrEqual(2);
    },
  );

  test.each(ways)('%s: requests that are piped in at once are answered before it ends', async (way) => {
    const program = new Program(environments[way](system.apiKey('demo')));
    program.write(INITIALIZE);
    program.write({ jsonrpc: '2.0', method: 'notifications/initialized' });
    program.write({ jsonrpc: '2.0', id: 2, method: 'tools/list' });
    program.write({ jsonrpc: '2.0', id: 3, method: 'tools/call', params: { name: 'whoami' } });
    expect(await program.endOfInput()).toBe(0);
    const ids = program.messages().map(({ id }) => id as number);
    expect(ids.sort()).toEqual([1, 2, 3]);
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
