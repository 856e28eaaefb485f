import type { Environment } from '../environment/environment';
import { onStop } from '../environment/stop';
import { readBuild } from './build-folder';
import { readProject, requireCompiled } from './project';
import { installRuntime, ProjectWorker } from './project-worker';

export interface WorkerOptions {
  /** Whether the build becomes the current one when its worker starts. */
  promote: boolean;
  /** Whether it runs without versions, as the only build. */
  unversioned: boolean;
}

/**
 * Runs the built project until SIGTERM or Ctrl-C, and lets what is under way end.
 * @throws StartRefusedError
 */
export async function runWorker(
  folder: string,
  env: Environment,
  tell: (line: string) => void,
  { promote, unversioned }: WorkerOptions,
): Promise<void> {
  const project = readProject(folder);
  const { code, buildId } = readBuild(project);
  requireCompiled(project);
  installRuntime(project, tell);
  const worker = await ProjectWorker.start({
    ...{ project, code, env, tell },
    version: unversioned ? undefined : { buildId, promote },
  });
  // npm passes SIGTERM on to its shell alone, which ends without a word to us.
  void onStop(() => worker.stop()).then(() => worker.stop());
  tell(`${project.name} runs (build ${buildId})`);
  let refusal: unknown;
  worker.published.then(
    () => tell('Its workflows are listed'),
    (error: unknown) => {
      refusal = error;
      worker.stop();
    },
  );
  await worker.life;
  if (refusal !== undefined) throw refusal as Error;
  tell('Stopped.');
}
