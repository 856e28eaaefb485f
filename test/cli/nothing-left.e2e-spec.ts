import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { removePostgresData } from '../../apps/local/src';
import { TemplateProject } from '../../libs/cli/test/template-project';
import { eventually } from '../harness';
import { cliProgram } from '../mcp/mcp-client';
import { Program } from '../mcp/program';
import { endProcessesOf, halfMade, processesOf, shellEnv } from './traces';

const SOON = { timeoutMs: 60_000 };

let project: TemplateProject;
let home: string;
let env: Record<string, string>;
beforeEach(async () => {
  project = new TemplateProject('minimal');
  home = join(project.folder, '.orkestra');
  env = await shellEnv();
});
afterEach(() => {
  endProcessesOf(env);
  removePostgresData(home);
  project.remove();
});

const dev = (more: Record<string, string> = {}) =>
  new Program({ args: [cliProgram, 'dev'], env: { ...env, ...more }, cwd: project.folder });

const expectNothing = async () => {
  await eventually(() => processesOf(env).length === 0, SOON).catch(() =>
    expect(processesOf(env)).toEqual([]),
  );
  expect(halfMade(home)).toEqual([]);
};

test.each([
  ['a Postgres that does not answer', { DATABASE_URL: 'postgres://nobody:none@127.0.0.1:1/none' }],
  ['a cache without a place for Temporal', { ORKESTRA_CACHE: '/dev/null/none', PATH: '' }],
])('%s ends orkestra dev, and all that it had started', async (_what, more) => {
  const started = dev(more);
  expect(await started.exitCode()).toBe(1);
  expect(started.stdout).toContain('Stopped.');
  await expectNothing();
});

test.each([undefined, 0, 300, 800, 1_500, 3_000])(
  'Ctrl-C %p ms after the stack has begun leaves nothing',
  async (ms) => {
    const started = dev();
    const begun = () => existsSync(join(home, 'lock.json'));
    if (ms !== undefined) await eventually(begun, SOON);
    await delay(ms);
    started.child.kill('SIGINT');
    expect([0, null]).toContain(await started.exitCode());
    await expectNothing();
  },
);

test('nor does its sudden death', async () => {
  const started = dev();
  await eventually(() => started.stdout.includes('Postgres'), SOON);
  started.child.kill('SIGKILL');
  await started.exitCode();
  await expectNothing();
});
