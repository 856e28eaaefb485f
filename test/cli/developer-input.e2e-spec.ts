import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { TemplateProject } from '../../libs/cli/test/template-project';
import { eventually } from '../harness';
import { cliProgram } from '../mcp/mcp-client';
import { Program } from '../mcp/program';
import { halfMade, processesOf, shellEnv } from './traces';

const createProgram = resolve(__dirname, '../../libs/create-orkestra/bin/create-orkestra.js');

let project: TemplateProject;
let empty: string;
let env: Record<string, string>;
beforeAll(async () => {
  env = await shellEnv();
  empty = mkdtempSync(join(tmpdir(), 'orkestra empty-'));
});
beforeEach(() => (project = new TemplateProject('minimal')));
afterEach(() => project.remove());
afterAll(() => rmSync(empty, { recursive: true, force: true }));

async function orkestra(args: string[], { cwd = project.folder, more = {}, program = cliProgram } = {}) {
  const ran = new Program({ args: [program, ...args], env: { ...env, ...more }, cwd });
  return { code: await ran.exitCode(), out: ran.stdout, err: ran.stderr };
}

describe('A project that is not right is refused by dev and build with what to change', () => {
  test.each<[string, () => void, RegExp]>([
    ['no package.json', () => project.delete('package.json'), /no package\.json in .*orkestra init my-bot/],
    [
      'a broken package.json',
      () => project.write('package.json', '{ "name": '),
      /package\.json can't be read.*Correct it/,
    ],
    ['a package.json that is a list', () => project.write('package.json', '[]'), /must hold an object/],
    [
      'a name with spaces',
      () => project.write('package.json', '{"name":"my bot","orkestra":{"workflows":"./dist/workflows.js"}}'),
      /"my bot" .* no name of a package/,
    ],
    [
      'nothing about workflows',
      () => project.write('package.json', '{"name":"my-bot"}'),
      /must say where its compiled workflows are/,
    ],
    ['no tsconfig.json', () => project.delete('tsconfig.json'), /no tsconfig\.json .*npx tsc --init/],
    [
      'a broken tsconfig.json',
      () => project.write('tsconfig.json', '{ "include": ['),
      /tsconfig\.json can't be used\. Correct it\.\s+tsconfig\.json:1:/,
    ],
    [
      'no TypeScript',
      () => project.delete('node_modules'),
      /typescript is not installed in .*npm install typescript/,
    ],
    [
      'no workflows file',
      () => {
        project.delete('src/workflows.ts');
        project.delete('src/workflows.test.ts');
      },
      /becomes dist\/workflows\.js\. Write the workflows into src\/workflows\.ts/,
    ],
    ['no sources at all', () => project.delete('src'), /No inputs were found/],
  ])('%s', async (_what, spoil, message) => {
    spoil();
    for (const command of ['build', 'dev']) {
      const { code, err, out } = await orkestra([command]);
      expect(err).toMatch(message);
      expect({ command, code, out }).toEqual({ command, code: 2, out: '' });
    }
    expect(existsSync(join(project.folder, 'dist'))).toBe(false);
    expect(existsSync(join(project.folder, '.orkestra'))).toBe(false);
  });
});

test('code with errors is not built, and the line is named', async () => {
  project.write('src/activities.ts', 'export const wrong: number = "text";\n');
  const { code, err } = await orkestra(['build']);
  expect(code).toBe(1);
  expect(err).toMatch(/src\/activities\.ts:1:14 error TS2322/);
  expect(existsSync(join(project.folder, 'dist'))).toBe(false);
});

test('a folder with spaces is built; what is no build is no worker', async () => {
  const missing = await orkestra(['worker']);
  expect(missing).toMatchObject({ code: 2, err: expect.stringContaining('Run: npx orkestra build') });
  expect(await orkestra(['build'])).toMatchObject({ code: 0, out: expect.stringContaining('ask-a-person') });
  const wrong = await orkestra(['worker'], { more: { TEMPORAL_ADDRESS: 'here' } });
  expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('must be host:port') });
  const nobody = await orkestra(['worker'], { more: { TEMPORAL_ADDRESS: '127.0.0.1:1' } });
  expect(nobody).toMatchObject({ code: 1, err: expect.stringContaining('Set TEMPORAL_ADDRESS') });
  project.write('dist/.orkestra/build.json', '{');
  const broken = await orkestra(['worker']);
  expect(broken).toMatchObject({
    code: 2,
    err: expect.stringMatching(/not whole\. Run: npx orkestra build/),
  });
});

test('a busy port is named with the setting that moves it, and nothing starts', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as { port: number };
  try {
    const { code, out } = await orkestra(['dev'], { more: { PORT: String(port) } });
    expect(code).toBe(2);
    expect(out).toMatch(new RegExp(`Port ${port} for the api-gateway .* is in use: set PORT to another`));
    await eventually(() => processesOf(env).length === 0);
    expect(halfMade(join(project.folder, '.orkestra'))).toEqual([]);
  } finally {
    server.close();
  }
});

test('servers that are not installed are no start', async () => {
  expect(await orkestra(['start'], { cwd: empty })).toMatchObject({
    code: 2,
    err: expect.stringContaining('npm install @orkestra/server'),
  });
  expect(await orkestra(['start', 'mail'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('"mail"'),
  });
});

test('a project is made without any network, or not at all', async () => {
  const more = {
    https_proxy: 'http://127.0.0.1:1',
    http_proxy: 'http://127.0.0.1:1',
    npm_config_registry: 'http://127.0.0.1:1',
  };
  const run = (...args: string[]) => orkestra(args, { cwd: empty, more, program: createProgram });
  expect(await run('my bot', '--yes')).toMatchObject({
    code: 2,
    err: expect.stringContaining('Take "my-bot"'),
  });
  expect(await run('my', 'bot', '--yes')).toMatchObject({
    code: 2,
    err: expect.stringContaining('no spaces'),
  });
  expect(await run('bot', '--template', 'big')).toMatchObject({
    code: 2,
    err: expect.stringContaining('no template "big"'),
  });
  expect(readdirSync(empty)).toEqual([]);
  expect(await run('my-bot', '--yes')).toMatchObject({ code: 0 });
  expect(await run('my-bot', '--yes')).toMatchObject({ code: 2, err: expect.stringContaining('not empty') });
  expect(readdirSync(empty)).toEqual(['my-bot']);
});

test.each([
  ['orkestra', cliProgram],
  ['create-orkestra', createProgram],
])('an old Node is told so by %s before anything is loaded', async (name, program) => {
  const pretend = join(empty, 'old.js');
  writeFileSync(pretend, "Object.defineProperty(process.versions, 'node', { value: '18.20.4' });");
  const ran = new Program({ args: ['--require', pretend, program, 'dev'], env });
  expect(await ran.exitCode()).toBe(2);
  expect(ran.stderr).toBe(`${name}: It needs Node 20.19 or newer; this is 18.20.4. See https://nodejs.org\n`);
});
