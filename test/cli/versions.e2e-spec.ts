import { join } from 'node:path';
import {
  type ApiClient,
  complete,
  ended,
  eventually,
  type Json,
  startSystem,
  startWorkflow,
  taskOf,
  tasksOf,
  type TestSystem,
} from '../harness';
import { VersionsBot, withOneMoreStep } from './versions-bot';

const LONG = { timeoutMs: 90_000 };

let system: TestSystem;
let sam: ApiClient;
let bot: VersionsBot;
let builds: VersionsBot['builds'];

beforeAll(async () => {
  system = await startSystem();
  sam = await system.person('sam@demo.test');
  const { address, namespace } = system.namespace;
  bot = new VersionsBot({ TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace });
  builds = bot.builds;
}, 180_000);

afterAll(async () => {
  await bot?.end();
  await system?.stop();
});

const orkestra = (...args: string[]) => bot.orkestra(...args);

interface StatusOfBuild {
  buildId: string;
  state: string;
  pinned: number;
  upgrading: number;
  needed: boolean;
  executions: { workflowId: string; waitsFor: { title: string; taskId: string; since: string }[] }[];
}

async function status(home: string): Promise<Record<string, StatusOfBuild | undefined>> {
  const { stdout, stderr } = await orkestra('deploy', 'status', '--json', '--dir', home);
  if (stdout === '') throw new Error(stderr);
  const { builds: found } = JSON.parse(stdout) as { builds: StatusOfBuild[] };
  const by = (name: string) => found.find(({ buildId }) => buildId === builds[name]);
  return { one: by('one'), two: by('two') };
}

const begin = async (type: string, order: string) => {
  const id = await startWorkflow(system.agent('demo'), type, { order });
  return { id, order, task: await taskOf(sam, id) };
};

async function answer({ id, order, task }: { id: string; order: string; task: Json }): Promise<Json> {
  await complete(sam, task.id as string, { answer: `yes-${order}` }, { claim: true });
  const { status: how, result } = await ended(sam, id);
  expect(how).toBe('COMPLETED');
  // One task, whichever builds have asked for it.
  expect(await tasksOf(sam, id, 1)).toMatchObject([{ id: task.id }]);
  return result as Json;
}

test('executions that wait go on under two builds, are moved, and go back, each decision once', async () => {
  const one = await bot.project('one');
  const first = bot.work(one);
  await eventually(() => first.stderr.includes('Its workflows are listed'), LONG);
  const [ship1, ship2] = [await begin('ship', 's1'), await begin('ship', 's2')];
  const [review1, review2, review3] = [
    await begin('review', 'r1'),
    await begin('review', 'r2'),
    await begin('review', 'r3'),
  ];
  await eventually(async () => {
    const { one: build } = await status(one);
    return build?.state === 'current' && build.pinned === 3 && build.upgrading === 2;
  }, LONG);

  // What is open fits the second build, and not the third.
  const two = await bot.project('two');
  const fits = await orkestra('replay', two);
  expect(fits).toMatchObject({ code: 0, stderr: '' });
  expect(fits.stdout).toContain(`Build ${builds['two']} fits: 2 replayed.`);
  expect(fits.stdout).toContain('3 pinned to builds of their own, not replayed');
  const three = await bot.project('three', withOneMoreStep);
  const saved = join(bot.folder, 'histories');
  const misfit = await orkestra('replay', three, '--save', saved);
  expect(misfit.code).toBe(1);
  expect(misfit.stdout).toContain(`Build ${builds['three']} does not fit what is open.`);
  expect(misfit.stdout).toMatch(
    /Workflow {3}ship\nExecution {2}\S+, run \S+\nEvent {6}\d+ ActivityTaskScheduled createTask\n/,
  );
  expect(misfit.stdout).toMatch(/The new code stood at src\/waiting-workflows\.ts:13:\d+/);
  expect((await orkestra('replay', two, '--from', saved)).code).toBe(0);
  const recorded = await orkestra('replay', three, '--from', saved, '--json');
  expect(recorded.code).toBe(1);
  expect(JSON.parse(recorded.stdout)).toMatchObject({ misfit: { workflow: 'ship', event: {}, stood: [{}] } });

  // The second build works beside the first, and takes over when it is told to.
  const early = await orkestra('deploy', 'promote', '--dir', two);
  expect(early.code).toBe(1);
  expect(early.stderr).toContain('Start its worker first');
  const second = bot.work(two, '--no-promote');
  await eventually(() => second.stderr.includes(`${builds['one']} is current. Make it current`), LONG);
  // First for a part of what is new and what upgrades.
  const part = await orkestra('deploy', 'promote', '--percentage', '10', '--dir', two, '--json');
  expect(JSON.parse(part.stdout)).toMatchObject({
    ...{ buildId: builds['two'], previous: builds['one'], percentage: 10 },
  });
  await eventually(async () => (await status(two)).two?.state === 'ramping', LONG);
  expect((await status(two)).one?.state).toBe('current');
  expect((await orkestra('deploy', 'status', '--dir', two)).stdout).toContain('ramping 10 %');
  const promoted = await orkestra('deploy', 'promote', '--dir', two, '--json');
  expect(JSON.parse(promoted.stdout)).toMatchObject({
    ...{ buildId: builds['two'], previous: builds['one'], percentage: 100, pinnedElsewhere: 3 },
  });
  expect(await answer(ship1)).toEqual({ answer: 'yes-s1', ended: 'two' });
  expect(await answer(review1)).toEqual({ answer: 'yes-r1', begun: 'one', ended: 'one' });
  const old = await eventually(async () => {
    const { one: build } = await status(two);
    return build?.pinned === 2 && build;
  }, LONG);
  expect(old).toMatchObject({ state: 'draining', needed: true });
  expect(old.executions.flatMap(({ waitsFor }) => waitsFor)).toEqual(
    expect.arrayContaining([{ title: 'Review r2?', taskId: review2.task.id, since: expect.any(String) }]),
  );
  const text = (await orkestra('deploy', 'status', '--dir', two)).stdout;
  expect(text).toMatch(/\/\S+ \(review\) waits for "Review r3\?" since \d{4}-/);

  // Moved, the executions wait for the tasks that are open, and the first build is needed no more.
  const moved = await orkestra('deploy', 'move', '--dir', two, '--json');
  expect(JSON.parse(moved.stdout)).toMatchObject({ buildId: builds['two'], told: 2, leftOut: 0 });
  await eventually(async () => {
    const { one: before, two: after } = await status(two);
    return before?.needed === false && after?.pinned === 2;
  }, LONG);
  expect(await answer(review2)).toEqual({ answer: 'yes-r2', begun: 'one', ended: 'two' });

  // Back again: what upgrades by itself at once, what is pinned when it is moved, while somebody decides.
  const back = await orkestra('deploy', 'promote', builds['one'] ?? '', '--dir', two);
  expect(back.stdout).toContain(`Build ${builds['one']} is current, after ${builds['two']}`);
  expect(await answer(ship2)).toEqual({ answer: 'yes-s2', ended: 'one' });
  const [result] = await Promise.all([answer(review3), orkestra('deploy', 'move', '--dir', two)]);
  expect(result).toMatchObject({ answer: 'yes-r3', begun: 'one' });
  await eventually(async () => (await status(two)).two?.needed === false, LONG);
  const steps = ['shipped s1 yes-s1', 'shipped s2 yes-s2', 'reviewed r1 yes-r1', 'reviewed r2 yes-r2'];
  for (const step of [...steps, 'reviewed r3 yes-r3']) expect([step, bot.times(step)]).toEqual([step, 1]);
}, 300_000);
