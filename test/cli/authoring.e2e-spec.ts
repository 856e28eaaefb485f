import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { AuthoringProject } from '../../libs/cli/test/authoring-project';
import { PATTERNS } from '../../libs/cli/test/patterns';
import { ScriptedModel } from '../../libs/cli/test/scripted-model';
import { eventually } from '../harness';
import { resolveTemporalTestServer } from '../harness/servers/temporal-test-server';
import { Program } from '../mcp/program';

type Script = ConstructorParameters<typeof ScriptedModel>[0];

const COMMAND = resolve(__dirname, '../../libs/cli/bin/orkestra.js');
const ENV = { PATH: process.env.PATH ?? '', HOME: homedir(), TMPDIR: tmpdir() };
const LONG = { timeoutMs: 120_000 };

let project: AuthoringProject;
let model: ScriptedModel;
let testServer: string;
beforeAll(async () => {
  testServer = await resolveTemporalTestServer();
});
beforeEach(() => (project = new AuthoringProject()));
afterEach(async () => {
  await model?.stop();
  project.remove();
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith('orkestra-workflow-'))).toEqual([]);
});

async function start(script: Script, ...args: string[]): Promise<Program> {
  model = await new ScriptedModel(script).start();
  const env = {
    ...{ ...ENV, ORKESTRA_TEST_SERVER: testServer, ANTHROPIC_API_KEY: 'the-key-4711', MY_TOKEN: 'tok-12345' },
    ...{ ANTHROPIC_BASE_URL: model.url, ORKESTRA_MODEL: 'scripted' },
  };
  return new Program({ args: [COMMAND, 'workflow', ...args], env, cwd: project.folder });
}

async function succeeds(program: Program): Promise<void> {
  if ((await program.endOfInput()) === 0) return expect(program.stderr).toBe('');
  throw new Error([program.stdout, program.stderr, ...model.results.map(({ text }) => text)].join('\n'));
}

const call = (name: string, input: unknown = {}) => ({ calls: [{ name, input }] });
const propose = (files: Record<string, string>) =>
  call('propose_files', { files: Object.entries(files).map(([path, content]) => ({ path, content })) });
const written = (path: string) => readFileSync(join(project.folder, path), 'utf8');
const pattern = (name: string) => {
  const found = PATTERNS.find((one) => one.name.startsWith(name));
  if (!found) throw new Error(`There is no pattern ${name}.`);
  return found;
};

test('from a sentence to a workflow that is checked, tested on a test server, shown and written', async () => {
  project.write('.env', 'STRIPE_KEY=sk_live_4711');
  const { workflows, test: good } = pattern('Approval');
  const again = (name: string) => workflows.replaceAll("'expense'", `'${name}'`);
  const failing = good.replace("'r-1' });\n});", "'r-2' });\n});");
  const nosy = good.replace('env.humans', 'console.log(JSON.stringify(process.env)); env.humans');
  const files = (code: string, tests: string) =>
    propose({ 'src/workflows.ts': code, 'src/workflows.test.ts': tests });
  const run = call('run_test', { path: 'src/workflows.test.ts' });
  const question = { question: 'Who pays?', options: ['finance', 'the boss'] };
  const program = await start(
    [
      { text: 'I look at the project.', ...call('list_files') },
      ...['src/workflows.ts', 'src/workflows.test.ts'].map((path) => call('read_file', { path })),
      call('ask_developer', question),
      files(workflows.replace('reason: decision.reason', 'reason: decision.raeson'), failing),
      ...[call('check'), files(workflows, failing), call('check'), run, run, files(workflows, nosy), run],
      ...[
        call('finish', { summary: 'An approval.' }),
        files(again('expense-claim'), good),
        call('check'),
        run,
      ],
      call('finish', { summary: 'An approval with another name.' }),
    ],
    'Expenses need an approval',
  );
  for (const answer of ['1', 'y', 'Call it expense-claim', 'y']) program.write(answer);
  await succeeds(program);

  const told = model.results.map(({ text, isError }) => `${isError ? 'error' : 'ok'} ${text}`);
  expect(told[3]).toBe('ok finance');
  expect(told[5]).toMatch(/^error src\/workflows.ts:\d+:\d+ error TS\d+: .*raeson/);
  for (const place of [8, 9]) expect(told[place]).toMatch(/^error The test failed[^]*r-2/);
  expect(told[11]).toMatch(/^ok All tests pass/);
  // The test saw neither keys nor addresses of the developer's environment.
  expect(told[11]).toContain('ORKESTRA_TEST_SERVER');
  expect(told[11]).not.toMatch(/ANTHROPIC|MY_TOKEN/);
  for (const secret of ['sk_live_4711', 'tok-12345', 'the-key-4711'])
    expect(model.sent).not.toContain(secret);
  expect(JSON.stringify(model.requests.at(-1)?.messages)).toContain('Call it expense-claim');

  expect(program.stdout).toMatch(/\+ {2}'expense-claim',\n/);
  expect(program.stdout).toContain('with your rights');
  expect(program.stdout).toMatch(/workflows.test.ts: 2 passed, 0 failed/);
  // No colours where nobody looks.
  expect(program.stdout).not.toContain('\u001b');
  expect(written('src/workflows.ts')).toBe(again('expense-claim'));
  expect(written('src/workflows.test.ts')).toBe(good);
  const [talk = ''] = readdirSync(join(project.folder, '.orkestra/talks')).filter((name) =>
    name.endsWith('.json'),
  );
  expect(JSON.parse(written(`.orkestra/talks/${talk}`))).toMatchObject({ outcome: 'written' });
  // What was written is what `npm test` of a project runs.
  const own = { cwd: project.folder, env: { ...ENV, ORKESTRA_TEST_SERVER: testServer } };
  const npm = promisify(execFile);
  await npm('npx', ['tsc'], own);
  await npm('node', ['--test', 'dist/workflows.test.js'], own);
}, 480_000);

test('every pattern that the model is shown passes its test, and --yes --json asks nobody', async () => {
  const files = PATTERNS.flatMap(({ workflows, test: tests }, index) => [
    [`src/p${index}/workflows.ts`, workflows],
    [`src/p${index}/workflows.test.ts`, tests],
  ]);
  const runs = PATTERNS.map((_, index) => call('run_test', { path: `src/p${index}/workflows.test.ts` }));
  const script = [propose(Object.fromEntries(files) as Record<string, string>), call('check'), ...runs];
  const program = await start(
    [...script, call('finish', { summary: 'All' })],
    'All of it',
    '--yes',
    '--json',
  );
  await succeeds(program);
  expect(model.results.filter(({ isError }) => isError)).toEqual([]);
  const events = program.messages();
  expect(events.map(({ type }) => String(type))).not.toContain('question');
  expect(events.filter(({ tool, ok }) => tool === 'run_test' && ok)).toHaveLength(PATTERNS.length);
  expect(events.at(-1)).toMatchObject({
    type: 'end',
    outcome: 'written',
    files: files.map(([path]) => path),
  });
  expect(existsSync(join(project.folder, 'src/p0/workflows.ts'))).toBe(true);
}, 480_000);

describe('a test that does not end', () => {
  /** It starts another program, and writes down who both are. */
  const hanging = (file: string) => `
    import { spawn } from 'node:child_process';
    import { writeFileSync } from 'node:fs';
    import { test } from 'node:test';
    import '@orkestra/sdk/testing';
    test('hangs', async () => {
      const { pid } = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
      writeFileSync(${JSON.stringify(file)}, [process.pid, pid].join());
      await new Promise((resolve) => setTimeout(resolve, 1_000_000));
    });`;
  const script = (file: string) => [
    propose({ 'src/hangs.test.ts': hanging(file) }),
    call('run_test', { path: 'src/hangs.test.ts' }),
  ];
  const pidsIn = (file: string) => readFileSync(file, 'utf8').split(',').map(Number);
  const lives = (pid: number): boolean => {
    try {
      process.kill(pid, 0);
      return true;
    } catch {
      return false;
    }
  };

  test('is ended with all that it started', async () => {
    const file = project.outside('pids', '');
    const program = await start(
      [...script(file), { text: 'It hangs.' }],
      'x',
      '--yes',
      '--test-seconds',
      '4',
    );
    expect(await program.endOfInput()).toBe(1);
    expect(model.results[1]).toMatchObject({
      isError: true,
      text: expect.stringMatching(/not end within 4 s/),
    });
    expect(pidsIn(file)).toHaveLength(2);
    await eventually(() => !pidsIn(file).some(lives));
  });

  test('and Ctrl-C leave nothing half-made, and the talk goes on', async () => {
    const file = project.outside('pids', '');
    const program = await start(script(file), 'x', '--yes');
    await eventually(() => statSync(file).size > 0, LONG);
    program.child.kill('SIGINT');
    expect(await program.exitCode()).toBe(130);
    expect(program.stdout).toMatch(/nothing was written/);
    await eventually(() => !pidsIn(file).some(lives));
    expect(existsSync(join(project.folder, 'src/hangs.test.ts'))).toBe(false);
    await model.stop();

    const { workflows, test: tests } = pattern('Quorum');
    const files = {
      'src/q/workflows.ts': workflows,
      'src/q/workflows.test.ts': tests,
      'src/hangs.test.ts': tests.replaceAll("'./workflows'", "'./q/workflows'"),
    };
    const runs = ['src/q/workflows.test.ts', 'src/hangs.test.ts'].map((path) => call('run_test', { path }));
    const turns = [propose(files), call('check'), ...runs, call('finish', { summary: 'A vote' })];
    const next = await start(turns, '--continue', '--yes', '--dry-run');
    await succeeds(next);
    expect(model.results[1]?.text).toMatch(/the developer stopped here/);
    expect(next.stdout).toContain('+++ b/src/q/workflows.ts');
    expect(existsSync(join(project.folder, 'src/q'))).toBe(false);
  }, 480_000);
});

describe('what the developer has to change ends it with 2 and a sentence', () => {
  const type = async (env: Record<string, string>, ...args: string[]) => {
    const program = new Program({
      ...{ args: [COMMAND, 'workflow', ...args], cwd: project.folder },
      env: { ...ENV, ...env },
    });
    return { code: await program.endOfInput(), stderr: program.stderr };
  };
  const KEY = { ANTHROPIC_API_KEY: 'k' };

  test.each([
    [{}, ['x'], /ANTHROPIC_API_KEY is missing/],
    [{ ...KEY, ANTHROPIC_BASE_URL: 'gateway' }, ['x'], /ANTHROPIC_BASE_URL must be a URL/],
    [KEY, ['x', '--loud'], /--loud[^]*Usage: orkestra workflow/],
    [KEY, ['x', '--max-turns', '0'], /--max-turns must be a whole number/],
    [KEY, ['x', '--new', '--continue'], /exclude each other/],
    [KEY, ['--continue'], /no talk to go on with/],
    [KEY, [], /Say what the workflow should do/],
    [KEY, ['x', '--dir', 'src'], /no package.json/],
    [KEY, ['x', '--provider', 'openai'], /Name a model of openai/],
    [KEY, ['x', '--provider', 'openai', '--model', 'm'], /@ai-sdk\/openai is not installed.*npm install/],
    [KEY, ['x', '--provider', '../evil', '--model', 'm'], /is no provider/],
  ])('%j %j', async (env, args, message) => {
    const { code, stderr } = await type(env, ...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });

  test('a key that the service refuses', async () => {
    const program = await start([{ status: 401 }], 'x');
    expect(await program.endOfInput()).toBe(2);
    expect(program.stderr).toMatch(/answered 401.*Check the key/);
  });

  test('help', async () => {
    const program = new Program({ args: [COMMAND, 'workflow', '--help'], env: ENV, cwd: project.folder });
    expect(await program.exitCode()).toBe(0);
    expect(program.stdout).toMatch(/^Usage: orkestra workflow/);
  });
});

test('another provider by the AI SDK', async () => {
  const program = await start(
    [call('list_files'), { text: 'That is all.' }],
    ...['x', '--provider', '@ai-sdk/anthropic', '--model', 'scripted'],
  );
  expect(await program.endOfInput()).toBe(1);
  expect(program.stderr).toMatch(/stopped before it was finished|answered/);
});
