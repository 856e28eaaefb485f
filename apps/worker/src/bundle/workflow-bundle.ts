import { bundleWorkflowCode, type Logger as TemporalLogger } from '@temporalio/worker';
import workerPackage from '@temporalio/worker/package.json';
import { BundleCache } from './bundle-cache';
import { leanBundle } from './lean-bundle';

type WebpackHook = NonNullable<Parameters<typeof bundleWorkflowCode>[0]['webpackConfigHook']>;
type Plugins = NonNullable<ReturnType<WebpackHook>['plugins']>;

/** What is bundled: a file of workflows, and the SDK's interceptors as the file's project resolves them. */
export interface BundleSource {
  workflowsPath: string;
  interceptorsPath: string;
}

/**
 * Stacks name files and lines. The text of the files and the columns, which are most of a bundle, are held by none of our
 * workers.
 */
const DEVTOOL = 'inline-nosources-cheap-module-source-map';
/** Rises with each change to what is made of the same files. */
const FORM = 2;

/** Workflows with the SDK's interceptors as one script for Temporal's sandbox. */
export async function bundleProject(
  project: BundleSource,
  logger: TemporalLogger,
): Promise<{ code: string }> {
  // The bundle must be made by the very version that runs it.
  const recipe = `@temporalio/worker ${workerPackage.version} ${DEVTOOL} ${FORM} ${project.interceptorsPath}`;
  const cache = new BundleCache(project.workflowsPath, recipe);
  const cached = await cache.read();
  if (cached !== undefined) return { code: cached };
  const files = new Set<string>();
  const made = await bundleWorkflowCode({
    workflowsPath: project.workflowsPath,
    workflowInterceptorModules: [project.interceptorsPath],
    logger,
    webpackConfigHook: (config) => ({
      ...config,
      devtool: DEVTOOL,
      plugins: [...(config.plugins ?? []), noteFiles(files)],
    }),
  });
  const code = leanBundle(made.code);
  await cache.write(code, files);
  return { code };
}

function noteFiles(files: Set<string>): Plugins[number] {
  return {
    apply(compiler) {
      compiler.hooks.afterCompile.tap('OrkestraFiles', (compilation) => {
        for (const file of compilation.fileDependencies) files.add(file);
      });
    },
  };
}
