import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { resolveTemporal } from '../../apps/local/src';
import { eventually, startSystem, startWorkflow, taskOf, type TestSystem } from '../harness';
import { VersionsBot, withOneMoreStep } from './versions-bot';

const CODEC = { TEMPORAL_CODEC: 'on', TEMPORAL_CODEC_KEY: randomBytes(32).toString('base64') };

let system: TestSystem;
let plain: Record<string, string>;
let bot: VersionsBot;

beforeAll(async () => {
  system = await startSystem({ env: CODEC });
  const { address, namespace } = system.namespace;
  plain = { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace };
  bot = new VersionsBot({ ...plain, ...CODEC });
}, 180_000);
afterAll(async () => {
  await bot?.end();
  await system?.stop();
});

/** As somebody saves a history with Temporal's own command. */
async function shown(workflowId: string): Promise<string> {
  const { address, namespace } = system.namespace;
  const id = `${system.tenantId('demo')}/${workflowId}`;
  const args = ['workflow', 'show', '--workflow-id', id, '--address', address, '--namespace', namespace];
  const { stdout } = await promisify(execFile)(await resolveTemporal(), [...args, '--output', 'json']);
  const file = join(bot.folder, 'shown.json');
  writeFileSync(file, stdout);
  return stdout;
}

test('what is encrypted is replayed with its key, as it is open and as Temporal has shown it', async () => {
  const one = await bot.project('one');
  const worker = bot.work(one);
  await eventually(() => worker.stderr.includes('Its workflows are listed'), { timeoutMs: 90_000 });
  const workflowId = await startWorkflow(system.agent('demo'), 'ship', { order: 's-4711' });
  await taskOf(await system.person('sam@demo.test'), workflowId);

  expect(await bot.orkestra('replay', one)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining(`Build ${bot.builds['one']} fits: 1 replayed.`),
  });
  const history = await shown(workflowId);
  expect(history).toContain(Buffer.from('binary/encrypted').toString('base64'));
  expect(history).not.toContain('s-4711');
  expect(await bot.orkestra('replay', one, '--from', 'shown.json')).toMatchObject({ code: 0 });

  const other = await bot.project('other', withOneMoreStep);
  const misfit = await bot.orkestra('replay', other, '--from', 'shown.json');
  expect(misfit.code).toBe(1);
  expect(misfit.stdout).toMatch(/The new code stood at src\/waiting-workflows\.ts:13:\d+/);

  const keyless = await bot.orkestraWith(plain, 'replay', one, '--from', 'shown.json');
  expect(keyless).toMatchObject({ code: 2, stderr: expect.stringContaining('Set TEMPORAL_CODEC') });
}, 200_000);
