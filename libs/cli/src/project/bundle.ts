import type * as TemporalWorker from '@temporalio/worker';
import { packageOf, type Project } from './project';

interface BundleOptions {
  /** Keeps what has not changed for the next time; a bundle takes a fraction of the time then. */
  cacheFolder?: string;
}

type WebpackHook = NonNullable<TemporalWorker.BundleOptions['webpackConfigHook']>;

/**
 * The project's workflows with the SDK's interceptors as one script for Temporal's sandbox.
 * @throws Error that names the file and the package that have no place in a workflow
 */
export async function bundleWorkflows(
  project: Project,
  { cacheFolder }: BundleOptions = {},
): Promise<string> {
  const { bundleWorkflowCode, DefaultLogger } = packageOf<typeof TemporalWorker>(
    project,
    '@temporalio/worker',
  );
  const said: string[] = [];
  try {
    const { code } = await bundleWorkflowCode({
      workflowsPath: project.workflowsPath,
      workflowInterceptorModules: [project.require.resolve('@orkestra/sdk/interceptors')],
      webpackConfigHook: inFolder(project.folder, cacheFolder),
      logger: new DefaultLogger('ERROR', ({ message }) => said.push(message)),
    });
    return code;
  } catch (error) {
    const reasons = [...said, (error as Error).message].map(plain);
    throw new Error(`The workflows can't be bundled: ${[...new Set(reasons)].join('\n')}`, { cause: error });
  }
}

/** Webpack writes in colours. */
function plain(text: string): string {
  return text.replace(/\u001b\[[0-9;]*m/g, '').trim();
}

/** The same code gives the same bundle, wherever the project lies and the command is called. */
function inFolder(context: string, cacheDirectory: string | undefined): WebpackHook {
  const cache =
    cacheDirectory === undefined ? {} : { cache: { type: 'filesystem', cacheDirectory } as const };
  return (config) => ({ ...config, context, ...cache });
}
