import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { type Json, startSystem, type TestSystem } from '../harness';
import { testRun } from '../harness/run/test-run';
import { startBearerProxy } from './bearer-proxy';
import { startFixture } from './conformance-fixture/start-fixture';
import { mcpUrl } from './mcp-client';
import { installTool, run } from './public-tool';

/** What Orkestra itself has; the other scenarios call tools, resources and prompts of the suite's own. */
const OF_THE_PRODUCT = [
  'server-initialize',
  'ping',
  'tools-list',
  'resources-list',
  'resources-subscribe',
  'resources-unsubscribe',
  'prompts-list',
  'server-sse-multiple-streams',
  'dns-rebinding-protection',
];

/** The suite recommends that a call's stream can be resumed; our calls are repeated instead, which does nothing twice. */
const RECOMMENDED_ONLY = ['server-sse-polling'];

describe('The public conformance suite', () => {
  let program: string;
  beforeAll(async () => (program = join(await installTool('conformance'), 'dist', 'index.js')), 300_000);

  /** Each check of the scenarios by its id, with its status. */
  async function checks(url: URL, ...args: string[]): Promise<Map<string, Json[]>> {
    const folder = await mkdtemp(join(testRun.folder, 'conformance-'));
    await run(process.execPath, [program, 'server', '--url', url.href, '-o', folder, ...args]);
    const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('checks.json'),
    );
    return new Map(
      found.map((file) => {
        const scenario = file.replace(/^server-/, '').replace(/-\d{4}-.*$/, '');
        return [scenario, JSON.parse(readFileSync(join(folder, file), 'utf8')) as Json[]];
      }),
    );
  }

  const failures = (results: Map<string, Json[]>) =>
    [...results].flatMap(([scenario, list]) => {
      const bad = RECOMMENDED_ONLY.includes(scenario) ? ['FAILURE'] : ['FAILURE', 'WARNING'];
      const failed = list.filter(({ status }) => bad.includes(status as string));
      return failed.map(({ id, errorMessage, details }) => ({ scenario, id, errorMessage, details }));
    });

  describe('against Orkestra', () => {
    let system: TestSystem;
    let proxy: Awaited<ReturnType<typeof startBearerProxy>>;
    beforeAll(async () => {
      system = await startSystem({ processes: ['mcp'] });
      proxy = await startBearerProxy(mcpUrl(system), system.apiKey('demo'));
    });
    afterAll(async () => {
      await proxy?.close();
      await system?.stop();
    });

    test.each(OF_THE_PRODUCT)('%s', async (scenario) => {
      const results = await checks(proxy.url, '--scenario', scenario);
      expect([...results.values()].flat().some(({ status }) => status === 'SUCCESS')).toBe(true);
      expect(failures(results)).toEqual([]);
    });
  });

  test('against the same HTTP front with what the suite expects behind it', async () => {
    const fixture = await startFixture();
    const proxy = await startBearerProxy(fixture.url, 'any');
    try {
      const results = await checks(proxy.url, '--suite', 'all');
      expect(results.size).toBe(32);
      expect(failures(results)).toEqual([]);
    } finally {
      await proxy.close();
      await fixture.close();
    }
  });
});
