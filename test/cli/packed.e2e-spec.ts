import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { startSystem, type Json, type TestSystem } from '../harness';
import { connectTo, relayEnv } from '../mcp/mcp-client';
import { Program } from '../mcp/program';
import { Installed } from '../harness/installed';

const root = resolve(__dirname, '../..');
/** What a project of workflows needs beside the command. */
const PROJECT = ['@temporalio/client', '@temporalio/worker', '@temporalio/workflow', 'typescript', 'zod'];
const COMMANDS = [
  ...['init', 'dev', 'generate', 'workflow', 'build', 'worker', 'deploy', 'replay', 'start', 'tasks'],
  ...['workflows', 'doctor', 'completion', 'db', 'tenant', 'keys', 'dead-letters', 'audit', 'mcp'],
];

describe('@orkestra/cli as it is published', () => {
  let system: TestSystem;
  let installed: Installed;
  let env: Record<string, string>;

  beforeAll(async () => {
    const others = ['@types/node@20', ...PROJECT.map(versioned)];
    [system, installed] = await Promise.all([
      startSystem({ processes: ['mcp'] }),
      Installed.package('cli', { own: ['sdk'], others }),
    ]);
    env = { ...relayEnv(system, system.apiKey('demo')), HOME: homedir() };
  }, 300_000);
  afterAll(async () => {
    await system?.stop();
    installed?.remove();
  });

  test('the package holds what runs and what one reads, and nothing of the machine that built it', () => {
    const files = installed.files();
    const others = files.map(({ path }) => path).filter((path) => !/^dist\/[a-z/.-]+\.js$/.test(path));
    expect(others.sort()).toEqual(['LICENSE', 'README.md', 'bin/orkestra.js', 'package.json']);
    expect(files.some(({ path }) => path.includes('spec'))).toBe(false);
    for (const { path, text } of files) {
      for (const place of [root, homedir()])
        expect({ path, holdsIt: text.includes(`${place}/`) }).toEqual({ path, holdsIt: false });
    }
  });

  test.each(['v1', 'v2'] as const)('npx orkestra mcp serves a %s client', async (library) => {
    const agent = await connectTo(
      { command: 'npx', args: ['orkestra', 'mcp'], env, cwd: installed.folder },
      library,
    );
    const { structuredContent } = await agent.callTool('whoami', {});
    expect(structuredContent).toMatchObject({ tenant_id: system.tenantId('demo') });
    await agent.close();
  });

  test('it says its version and how it is used', async () => {
    expect(await installed.run('npx', ['orkestra', '--version'], env)).toBe('0.1.0\n');
    expect(await installed.run('npx', ['orkestra', '--help'], env)).toMatch(/^Usage: orkestra mcp/);
  });

  test('every command says how it is used', async () => {
    const orkestra = join(installed.packageFolder, 'bin/orkestra.js');
    for (const command of COMMANDS) {
      const args = [orkestra, command, '--help'];
      const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: installed.folder, env });
      expect(stdout).toContain(`orkestra ${command}`);
    }
  }, 60_000);

  test('what it makes it also builds, replays and looks after, with nothing of this repository in reach', async () => {
    const { address, namespace } = system.namespace;
    const temporal = { ...env, TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace };
    const orkestra = (...args: string[]) => installed.run('npx', ['orkestra', ...args], temporal);
    await orkestra('init', 'my-bot', '--yes');
    const written = await orkestra('generate', 'workflow', 'refund-request', '--dir', 'my-bot', '--json');
    expect(JSON.parse(written)).toMatchObject({ kind: 'workflow', name: 'refund-request' });
    const built = JSON.parse(await orkestra('build', 'my-bot', '--json')) as Json;
    expect(built.workflows).toEqual(['ask-a-person', 'refund-request']);
    const status = await orkestra('deploy', 'status', '--dir', 'my-bot', '--json');
    expect(JSON.parse(status)).toMatchObject({ builds: [] });
    expect(await orkestra('replay', 'my-bot')).toContain(`Nothing is open that build ${built.buildId}`);
  }, 120_000);

  test.each([
    [[], /No command/],
    [['dance'], /no command "dance"/],
    [['mcp', '--loud'], /--loud/],
    [['mcp', 'now'], /"now" is not understood/],
    [['mcp', '--with-key'], /--print-config/],
    [['mcp', '--print-config', 'emacs'], /no client "emacs"/],
  ])('%j ends it with 2 and the usage on stderr', async (args, message) => {
    const program = new Program({ command: 'npx', args: ['orkestra', ...args], env, cwd: installed.folder });
    expect(await program.exitCode()).toBe(2);
    expect(program.stdout).toBe('');
    expect(program.stderr).toMatch(message);
    expect(program.stderr).toContain('Usage: orkestra mcp');
  });

  describe('--print-config', () => {
    const printed = (client: string, ...more: string[]) =>
      installed.run('npx', ['orkestra', 'mcp', '--print-config', client, ...more], env);
    /** The server that the client would start. */
    const serverIn = async (client: string, ...more: string[]): Promise<Json> => {
      const text = await printed(client, ...more);
      const config = JSON.parse(text.slice(text.indexOf('{\n'))) as Json;
      return (config.mcpServers ?? config.servers).orkestra as Json;
    };
    const works = async ({ command, args, env: given }: Json) => {
      const whole = { PATH: env.PATH ?? '', HOME: homedir(), ...(given as Record<string, string>) };
      const agent = await connectTo({ command, args, env: whole, cwd: installed.folder }, 'v2');
      const { structuredContent } = await agent.callTool('whoami', {});
      expect(structuredContent).toMatchObject({ tenant_id: system.tenantId('demo') });
      await agent.close();
    };

    test.each(['claude-desktop', 'cursor', 'vscode'])('%s: the printed server starts', async (client) => {
      await works(await serverIn(client, '--with-key'));
    });

    test('claude-code: the printed command names a server that starts', async () => {
      const command = (await printed('claude-code', '--with-key')).trim().split('\n').at(-1) ?? '';
      const [before = '', after = ''] = command.split(' -- ');
      expect(before).toMatch(/^claude mcp add (--env \S+ )+--transport stdio orkestra$/);
      const pairs = [...before.matchAll(/--env (\w+)=(\S+)/g)].map(([, name, value]) => [name, value]);
      const [program, ...args] = after.split(' ');
      await works({ command: program, args, env: Object.fromEntries(pairs) });
    });

    test('the key is printed only when it is asked for', async () => {
      expect(await printed('all')).not.toContain(system.apiKey('demo'));
      expect(await printed('all', '--with-key')).toContain(system.apiKey('demo'));
    });
  });
});

/** As this repository has it, which a registry may be asked for without a choice. */
function versioned(name: string): string {
  const manifest = join(root, 'node_modules', name, 'package.json');
  return `${name}@${(JSON.parse(readFileSync(manifest, 'utf8')) as Json).version}`;
}
