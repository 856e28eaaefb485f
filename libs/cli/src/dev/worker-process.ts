// The process of one version of the project's code under `orkestra dev`. It is started before that code is compiled, so
// that it has loaded what it needs when the code is there.
import type * as TemporalWorker from '@temporalio/worker';
import { setTimeout as delay } from 'node:timers/promises';
import { bundleWorkflows } from '../project/bundle';
import { packageOf, readProject, requireCompiled } from '../project/project';
import { installRuntime, ProjectWorker } from '../project/project-worker';
import type { FromWorker, ToWorker } from './messages';

const project = readProject(process.argv[2] ?? '.');
const say = (line: string) => void process.stderr.write(`${line}\n`);
packageOf<typeof TemporalWorker>(project, '@temporalio/worker');
installRuntime(project, say);

let bundle: Promise<string> | undefined;
let worker: ProjectWorker | undefined;

process.on('message', (message: ToWorker) => void receive(message).catch(fail));
// Whatever ended the launcher, nothing stays behind.
process.on('disconnect', () => process.exit());

async function receive(message: ToWorker): Promise<void> {
  if (message.kind === 'bundle') return makeBundle();
  if (message.kind === 'run') return run(message.env);
  return stop();
}

function makeBundle(): void {
  requireCompiled(project);
  bundle = bundleWorkflows(project);
  bundle.catch(() => undefined);
}

async function run(env: Readonly<Record<string, string | undefined>>): Promise<void> {
  if (bundle === undefined) makeBundle();
  const code = await (bundle as Promise<string>);
  worker = await ProjectWorker.start({ project, code, env, tell: say });
  worker.life.catch(fail);
  answer({ kind: 'ready' });
  await worker.published;
  answer({ kind: 'listed' });
}

async function stop(): Promise<void> {
  if (worker === undefined) process.exit();
  worker.stop();
  while (worker.polls) await delay(5);
  answer({ kind: 'retired' });
  await worker.life.catch(() => undefined);
  process.exit();
}

function fail(error: unknown): void {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  // The stack of what a user's own file throws while it is loaded says where.
  const isOurs = stack === undefined || error instanceof Error === false || !stack.includes(project.folder);
  answer({ kind: 'failed', message: isOurs ? message : stack });
}

function answer(message: FromWorker): void {
  if (process.connected) process.send?.(message);
}
