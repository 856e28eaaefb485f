import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSent, root, stagesOf } from './dockerfile';

const stages = stagesOf(readFileSync(join(root, 'Dockerfile'), 'utf8'));
const image = stages.at(-1);
const stepsOf = (keyword: string) => image?.steps.filter((step) => step.keyword === keyword) ?? [];
const read = (name: string) => readFileSync(join(root, name), 'utf8');

describe('The Dockerfile', () => {
  const sent = isSent();
  const copied = stages.flatMap(({ steps }) => steps.filter(({ keyword }) => keyword === 'COPY'));

  it('copies what is in the repository, and sent to the build', () => {
    const fromHere = copied.filter(({ flags }) => flags['from'] === undefined);
    const sources = fromHere.flatMap(({ args }) => args.slice(0, -1)).filter((source) => source !== '.');
    expect(sources.length).toBeGreaterThan(10);
    expect(sources.filter((source) => !existsSync(join(root, source)) || !sent(source))).toEqual([]);
  });

  it('copies from stages that stand before', () => {
    const unknown = stages.flatMap(({ steps }, at) =>
      steps.filter(
        ({ flags }) => flags['from'] && !stages.slice(0, at).some(({ name }) => name === flags['from']),
      ),
    );
    expect(unknown).toEqual([]);
  });

  it('shows npm the package.json of every workspace before it installs what builds them', () => {
    const { workspaces } = JSON.parse(read('package.json')) as { workspaces: string[] };
    const sources = copied.flatMap(({ args }) => args);
    expect(workspaces.filter((workspace) => !sources.includes(`${workspace}/package.json`))).toEqual([]);
  });

  it('leaves the packages of developers, and all tools, in its first stages', () => {
    const taken = stepsOf('COPY').filter(({ flags }) => flags['from'] === 'build');
    expect(taken.filter(({ args }) => !args[0]?.includes('/dist'))).toEqual([]);
    const dependencies = stages.find(({ name }) => name === 'dependencies')?.steps ?? [];
    const commands = dependencies
      .filter(({ keyword }) => keyword === 'RUN')
      .map(({ args }) => args.join(' '));
    expect(commands).toContain('npm ci --omit=dev');
    expect(stepsOf('RUN')).toEqual([]);
  });

  it('runs Node itself, so that signals reach it, as a user without rights', () => {
    expect(stepsOf('ENTRYPOINT').map(({ exec }) => exec)).toEqual([['node', 'image/run.mjs']]);
    expect(stepsOf('USER').map(({ args }) => args)).toEqual([['1000:1000']]);
    expect(stepsOf('HEALTHCHECK').map(({ exec }) => exec)).toEqual([['node', 'image/health.mjs', 'live']]);
    expect(stepsOf('ENV').flatMap(({ args }) => args)).toContain('NODE_ENV=production');
  });

  it('holds the programs that its entry point knows', () => {
    const servers =
      /const servers = \[(.*)\]/.exec(read('deploy/image/run.mjs'))?.[1]?.match(/[\w-]+/g) ?? [];
    expect(servers).toHaveLength(3);
    const folders = stepsOf('COPY').map(({ args }) => args[0]);
    for (const server of servers) {
      expect(existsSync(join(root, 'apps', server, 'src/main.ts'))).toBe(true);
      expect(folders).toContain(`/build/dist/apps/${server}`);
    }
  });

  it('is of a Node that the packages are made for', () => {
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    const majors = stages.map(({ from }) => Number(/^node:(\d+)-bookworm-slim$/.exec(from)?.[1]));
    expect(new Set(majors).size).toBe(1);
    expect(majors[0]).toBeGreaterThanOrEqual(Number(/\d+/.exec(engines.node)?.[0]));
  });
});

it.each([
  ['ADD https://example.com /', /ADD/],
  ['RUN --network=none true', /network/],
  ['SHELL ["bash"]', /SHELL/],
])('what the tests do not know of Docker is refused: %s', (line, problem) => {
  expect(() => stagesOf(`FROM node:22-bookworm-slim\n${line}\n`)).toThrow(problem);
});

it.each([
  '.env',
  'apps/.env.local',
  'node_modules/x',
  'libs/sdk/dist/index.js',
  'test/x.ts',
  '.git/config',
  '.orkestra/key',
])('%s stays out of the build', (path) => expect(isSent()(path)).toBe(false));
