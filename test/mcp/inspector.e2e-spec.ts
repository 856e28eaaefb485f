import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { type Json, startSystem, type TestSystem } from '../harness';
import { testRun } from '../harness/run/test-run';
import { cliProgram, mcpUrl, relayEnv } from './mcp-client';
import { installTool, type Ran, run } from './public-tool';

const ERAS = ['legacy', 'modern'] as const;

/** Warnings that we live with: `type: [T, 'null']` is half as long as `anyOf`, and a form's answer can be any JSON. */
const MEANT = /^Issue: (`type` is an array|Schema carries no validation keyword)/;

describe('The public inspector', () => {
  let program: string;
  let home: string;
  let system: TestSystem;
  beforeAll(async () => {
    program = join(await installTool('inspector'), 'clients', 'launcher', 'build', 'index.js');
    home = await mkdtemp(join(testRun.folder, 'inspector-'));
    system = await startSystem({ processes: ['mcp'] });
  }, 300_000);
  afterAll(() => system?.stop());

  const stdio = (env: Record<string, string>) => [
    ...Object.entries(env).flatMap(([name, value]) => ['-e', `${name}=${value}`]),
    process.execPath,
    '--no-warnings',
    cliProgram,
    'mcp',
  ];
  const WAYS = {
    HTTP: () => [
      ...['--server-url', mcpUrl(system).href, '--transport', 'http', '--stored-auth-only'],
      ...['--header', `Authorization: Bearer ${system.apiKey('demo')}`],
    ],
    stdio: () => stdio(relayEnv(system, system.apiKey('demo'))),
  };

  /** The catalogue and what it remembers of servers belong to this run. */
  const env = () => ({ PATH: process.env.PATH, HOME: home, MCP_CATALOG_PATH: join(home, 'mcp.json') });
  const inspect = (way: keyof typeof WAYS, era: (typeof ERAS)[number], ...method: string[]): Promise<Ran> =>
    run(
      process.execPath,
      [program, '--cli', '--protocol-era', era, '--format', 'json', ...method, ...WAYS[way]()],
      {
        cwd: home,
        env: env(),
      },
    );
  const answer = ({ exitCode, stdout, stderr }: Ran): Json => {
    expect({ exitCode, problems: stderr }).toMatchObject({ exitCode: 0 });
    const { result, ...rest } = JSON.parse(stdout) as Json;
    return (result ?? rest) as Json;
  };

  describe.each(Object.keys(WAYS) as (keyof typeof WAYS)[])('over %s', (way) => {
    test.each(ERAS)('%s: every schema is one that all clients take', async (era) => {
      const ran = await inspect(way, era, '--method', 'tools/list', '--strict');
      expect(answer(ran).tools.length).toBeGreaterThan(5);
      const issues = ran.stderr.match(/Issue: .*/g) ?? [];
      expect(issues.filter((issue) => !MEANT.test(issue))).toEqual([]);
      expect(ran.stderr).not.toMatch(/[1-9]\d* errors?/);
    });

    test.each(ERAS)('%s: resources, prompts and a call', async (era) => {
      const resources = answer(await inspect(way, era, '--method', 'resources/list'));
      expect(resources.resources).toContainEqual(
        expect.objectContaining({ uri: 'orkestra://tasks/pending' }),
      );
      const prompts = answer(await inspect(way, era, '--method', 'prompts/list'));
      expect(prompts.prompts).toContainEqual(expect.objectContaining({ name: 'review_task' }));
      const call = answer(await inspect(way, era, '--method', 'tools/call', '--tool-name', 'whoami'));
      expect(call.structuredContent).toMatchObject({ tenant_id: system.tenantId('demo') });
    });
  });
});
