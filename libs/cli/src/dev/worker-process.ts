// The process of one version of the project's code under `orkestra dev`. It is started before that code is there, so that
// it has loaded what it needs by then.
import type * as TemporalWorker from '@temporalio/worker';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { packageOf, readProject, requireCompiled } from '../project/project';
import { installRuntime, ProjectWorker } from '../project/project-worker';
import type { FromWorker, ToWorker } from './messages';

const project = readProject(process.argv[2] ?? '.');
const say = (line: string) => void process.stderr.write(`${line}\n`);
packageOf<typeof TemporalWorker>(project, '@temporalio/worker');
installRuntime(project, say);

let worker: ProjectWorker | undefined;

process.on('message', (message: ToWorker) => void receive(message).catch(fail));
// Whatever ended the launcher, nothing stays behind.
process.on('disconnect', () => process.exit());

async function receive(message: ToWorker): Promise<void> {
  if (message.kind === 'stop') return stop();
  requireCompiled(project);
  const code = readFileSync(message.bundle, 'utf8');
  worker = await ProjectWorker.start({ project, code, env: message.env, tell: say });
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
  const isOurs = stack === undefined || !stack.includes(project.folder);
  answer({ kind: 'failed', message: isOurs ? message : stack });
}

function answer(message: FromWorker): void {
  if (process.connected) process.send?.(message);
}
