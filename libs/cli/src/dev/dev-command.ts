import { join } from 'node:path';
import type { Environment } from '../environment/environment';
import { onStop } from '../environment/stop';
import { Compiler } from '../project/compiler';
import { packageOf, readProject } from '../project/project';
import { LiveWorker } from './live-worker';
import { followServerLogs } from './server-logs';
import { SourceLines } from './source-lines';
import { StackProcess } from './stack-process';

/**
 * Runs Orkestra and the project's workflows until Ctrl-C; what is saved is live a moment later.
 * @returns the exit code
 * @throws StartRefusedError
 */
export async function dev(folder: string, env: Environment): Promise<number> {
  const parts: { stack?: StackProcess; worker?: LiveWorker } = {};
  const stopped = onStop(() => {
    parts.worker?.kill();
    parts.stack?.hurry();
  });
  const project = readProject(folder);
  const compiler = new Compiler(project);
  compiler.requireWorkflows();
  packageOf(project, '@temporalio/worker/package.json');
  const lines = new SourceLines((text) => process.stdout.write(text), {
    isTerminal: process.stdout.isTTY,
    noColour: Boolean(env['NO_COLOR']),
  });
  const stack = (parts.stack = new StackProcess(project, { ...env }, lines));
  const worker = new LiveWorker(project.folder, project.name, lines, join(stack.home, 'bundles'));
  parts.worker = worker;
  process.once('exit', () => worker.kill());
  return await runUntilStopped({ compiler, stack, worker, lines, env, stopped });
}

interface Running {
  compiler: Compiler;
  stack: StackProcess;
  worker: LiveWorker;
  lines: SourceLines;
  env: Environment;
  stopped: Promise<'stopped'>;
}

async function runUntilStopped({ compiler, stack, worker, lines, env, stopped }: Running): Promise<number> {
  const watch = compiler.watch({
    changed: (at) => worker.codeChanged(at),
    written: () => worker.codeWritten(),
    checked: (check) => worker.codeChecked(check),
  });
  let logs: ReturnType<typeof followServerLogs> | undefined;
  void stack.ready().then((temporalAddress) => {
    if (temporalAddress === undefined) return;
    logs = followServerLogs(stack.home, lines);
    worker.connect({ ...env, TEMPORAL_ADDRESS: temporalAddress });
  });
  const reason = await Promise.race([stopped, stack.exited]);
  watch.stop();
  logs?.stop();
  await worker.stop();
  if (reason !== 'stopped') return reason || 1;
  await stack.stop();
  return 0;
}
