import { existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuthoringProject } from '../../test/authoring-project';
import { talkOver } from '../../test/open-workbench';
import { ScriptedDeveloper } from '../../test/scripted-developer';
import { ScriptedModel } from '../../test/scripted-model';
import { TalkEndedError } from './talk/budget';
import { mended } from './talk/talk';
import { TalkShelf } from './talk/talk-shelf';

type Script = ConstructorParameters<typeof ScriptedModel>[0];

let project: AuthoringProject;
let model: ScriptedModel;
let developer: ScriptedDeveloper;
beforeEach(() => (project = new AuthoringProject()));
afterEach(async () => {
  await model.stop();
  project.remove();
});

async function talk(
  script: Script,
  options: Partial<Parameters<typeof talkOver>[0]> & { answers?: string[] } = {},
) {
  model = await new ScriptedModel(script).start();
  developer = new ScriptedDeveloper(options.answers);
  return talkOver({ folder: project.folder, url: model.url, developer, ...options });
}

const call = (name: string, input: unknown = {}) => ({ calls: [{ name, input }] });
const propose = (path: string, content: string) => call('propose_files', { files: [{ path, content }] });
const stages = () => readdirSync(tmpdir()).filter((name) => name.startsWith('orkestra-workflow-'));

it('refuses what lies outside and commands, says so to the model and to the developer', async () => {
  project.outside('secret.txt', 'top-secret-text');
  symlinkSync('..', join(project.folder, 'src/up'));
  const attempts = [
    ...['../x.ts', '/tmp/x.ts', 'src/up/x.ts'].map((path) => propose(path, 'x')),
    ...['../secret.txt', 'src/up/secret.txt', '.env'].map((path) => call('read_file', { path })),
    call('bash', { command: 'rm -rf /' }),
  ];
  await expect(talk([...attempts, { text: 'I stop.' }])).rejects.toThrow(TalkEndedError);
  expect(model.results.map(({ isError }) => isError)).toEqual(attempts.map(() => true));
  expect(model.results.at(-1)?.text).toMatch(/no tool "bash", and no command is run/);
  expect(developer.texts('refused')).toEqual(model.results.map(({ text }) => text));
  expect(model.sent).not.toContain('top-secret-text');
  expect(existsSync(join(project.folder, '../x.ts'))).toBe(false);
});

it('never sends what is in .env, nor the keys, wherever they stand', async () => {
  project
    .write('.env', 'STRIPE_KEY=sk_live_4711\nSHOP=https://shop.test/42\n')
    .write('src/config.ts', "export const config = ['sk_live_4711', 'https://shop.test/42', 'the-key'];");
  const env = { ANTHROPIC_API_KEY: 'the-key', SOME_TOKEN: 'tok-1234' };
  const reads = [
    call('read_file', { path: 'src/config.ts' }),
    call('list_files'),
    call('read_file', { path: '.env' }),
  ];
  await expect(
    talk([...reads, { text: 'Which key?' }], { env, answers: ['It is sk_live_4711 or tok-1234'] }),
  ).rejects.toThrow();
  for (const secret of ['sk_live_4711', 'shop.test/42', 'the-key', 'tok-1234'])
    expect(model.sent).not.toContain(secret);
  expect(model.sent).toContain('It is [secret left out] or [secret left out]');
  expect(model.keys[0]).toBe('the-key');
  const kept = readFileSync(join(project.folder, '.orkestra/talks/2026-01-01.json'), 'utf8');
  expect(kept).not.toContain('sk_live_4711');
});

it('tells of a huge file without reading it', async () => {
  project.write('data/huge.json', ' '.repeat(3_000_000));
  await expect(talk([call('read_file', { path: 'data/huge.json' }), { text: 'Oh.' }])).rejects.toThrow();
  expect(model.results[0]).toMatchObject({ isError: true, text: expect.stringMatching(/too large/) });
});

it('says where code does not compile, takes the mended one, and finishes nothing untested', async () => {
  const before = stages();
  const script = [
    call('finish', { summary: 'Done' }),
    propose('src/more.ts', 'export const more: number = "1";'),
    ...[call('check'), call('finish', { summary: 'Done' })],
    propose('src/more.ts', 'export const more = 1;'),
    ...[call('check'), call('finish', { summary: 'Done' })],
    ...[
      call('run_test', { path: 'src/more.ts' }),
      call('propose_files', { files: 'all' }),
      { text: 'I give up.' },
    ],
  ];
  await expect(talk(script)).rejects.toThrow(/has stopped before/);
  const texts = model.results.map(({ text, isError }) => `${isError ? 'error' : 'ok'} ${text}`);
  expect(texts).toEqual([
    expect.stringMatching(/^error Not finished. Nothing is proposed/),
    expect.stringMatching(/^ok Proposed: src\/more.ts/),
    expect.stringMatching(/^error src\/more.ts:1:14 error TS2322/),
    expect.stringMatching(/^error Not finished. The proposal was not checked/),
    expect.stringMatching(/^ok Proposed/),
    'ok The types fit.',
    expect.stringMatching(/^error Not finished. No test has run/),
    expect.stringMatching(/^error src\/more.ts is no test/),
    expect.stringMatching(/^error The input does not fit/),
  ]);
  expect(developer.seen).toContainEqual(expect.objectContaining({ tool: 'check', ok: false }));
  expect(existsSync(join(project.folder, 'src/more.ts'))).toBe(false);
  expect(existsSync(join(project.folder, 'dist'))).toBe(false);
  expect(stages()).toEqual(before);
});

it('runs no test before the developer allows it', async () => {
  const script = [
    propose('src/a.test.ts', "import '@orkestra/sdk/testing';"),
    call('run_test', { path: 'src/a.test.ts' }),
  ];
  await expect(talk(script, { answers: ['n'] })).rejects.toThrow(/No test may run/);
  expect(developer.asked).toMatchObject([{ kind: 'run', text: expect.stringMatching(/with your rights/) }]);
});

it('ends when the model declines', async () => {
  await expect(talk([{ text: 'I can not', stop: 'refusal' }])).rejects.toThrow(/declined/);
});

it('never runs a call that was cut off, and has it said in smaller parts', async () => {
  const cutOff = { text: 'Here', stop: 'max_tokens', ...propose('src/half.ts', 'export const ha') };
  await expect(
    talk([cutOff, cutOff, { text: 'Smaller', ...call('list_files') }, { text: 'No.' }]),
  ).rejects.toThrow();
  expect(model.requests[1]?.messages.at(-1)).toMatchObject({
    content: [{ text: expect.stringMatching(/cut off; no tool has run/) }],
  });
  expect(model.results).toHaveLength(1);
  expect(developer.texts('notice')[0]).toMatch(/cut off/);
  await model.stop();
  await expect(talk([cutOff, cutOff, cutOff])).rejects.toThrow(/too long/);
});

it.each([
  ['--max-turns', '2', /2 turns were taken \(--max-turns\)/],
  ['--max-tokens', '15', /of 15 \(--max-tokens\)/],
])('ends at its limit: %s %s', async (option, value, message) => {
  const turns = Array.from({ length: 9 }, () => call('list_files'));
  await expect(talk(turns, { args: [option, value] })).rejects.toThrow(message);
  expect(model.requests).toHaveLength(2);
});

it('ends when the time is up, also in the middle of a reply, not counting that of the developer', async () => {
  const limits = { turns: 9, tokens: 1_000, minutes: 0.5 / 60 };
  await expect(talk([{ hangs: true }], { options: { limits } })).rejects.toThrow(/minutes are over/);
  await model.stop();
  const slow = new ScriptedDeveloper();
  slow.ask = () => new Promise((resolve) => setTimeout(resolve, 700, undefined));
  await expect(
    talk([{ text: 'Which?' }, { text: 'So?' }], { options: { limits }, developer: slow }),
  ).rejects.toThrow(/has stopped before/);
});

it('keeps the talk for its owner alone, and goes on with it', async () => {
  const stop = new AbortController();
  const script = [propose('src/more.ts', 'export const more = 1;'), { hangs: true }];
  const first = talk(script, { stop: stop.signal });
  while ((model as ScriptedModel | undefined)?.requests.length !== 2)
    await new Promise((resolve) => setTimeout(resolve, 20));
  stop.abort();
  await expect(first).rejects.toThrow();
  const folder = join(project.folder, '.orkestra/talks');
  expect(statSync(join(folder, '2026-01-01.json')).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe('*\n');
  await model.stop();
  const kept = new TalkShelf(project.folder).last();
  await expect(
    talk([call('read_file', { path: './src/more.ts' }), { text: 'There.' }], { talk: kept }),
  ).rejects.toThrow();
  expect(model.results.map(({ text }) => text)).toEqual([
    expect.stringMatching(/^Proposed/),
    'export const more = 1;',
  ]);
});

describe('a kept talk', () => {
  it('answers the calls of a turn in which it ended', async () => {
    model = await new ScriptedModel([]).start();
    const turn = { role: 'model', parts: [{ type: 'call', id: 'a', tool: 'check', input: {} }] } as const;
    expect(mended([turn])).toMatchObject([turn, { role: 'user', parts: [{ id: 'a', isError: true }] }]);
    expect(mended([])).toEqual([]);
  });

  it('is bounded, as is the number of talks', async () => {
    model = await new ScriptedModel([]).start();
    const shelf = new TalkShelf(project.folder);
    const long = 'x'.repeat(900_000);
    const asked = { role: 'user', parts: [{ type: 'text', text: 'Hello' }] } as const;
    const said = { role: 'model', parts: [{ type: 'call', id: 'a', tool: 'check', input: {} }] } as const;
    const told = {
      role: 'user',
      parts: [{ type: 'result', id: 'a', tool: 'check', text: long, isError: false }],
    } as const;
    for (let index = 10; index < 35; index += 1)
      shelf.save({
        ...{ id: `2026-${index}`, begun: '2026', request: `No. ${index}`, outcome: 'written' },
        ...{ messages: [asked, said, told, said, told, said, told], proposal: { files: {}, seen: {} } },
      });
    const files = readdirSync(join(project.folder, '.orkestra/talks')).filter((name) =>
      name.endsWith('.json'),
    );
    expect(files).toHaveLength(20);
    for (const file of files)
      expect(statSync(join(project.folder, '.orkestra/talks', file)).size).toBeLessThan(2_000_001);
    expect(shelf.last()?.messages).toHaveLength(7);
    expect(shelf.earlier()).toHaveLength(5);
    expect(shelf.earlier().at(-1)).toContain('No. 34');
  });
});
