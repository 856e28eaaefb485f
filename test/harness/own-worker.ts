import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundleWorkflowCode, type WorkflowBundle } from '@temporalio/worker';
import { startTestWorker } from '../../libs/sdk/test/sandbox-worker';
import { fixtureProject } from './run/fixtures';
import type { TestNamespace } from './servers/namespace';

/** Queue of a user's own workers. */
export const OWN_QUEUE = 'users-own';

/** A worker of a user's own on `OWN_QUEUE`: it hosts workflows, and none of the server's activities. */
export async function startOwnWorker(
  { address, namespace }: TestNamespace,
  workflowBundle: WorkflowBundle,
): Promise<{ stop(): Promise<void> }> {
  return startTestWorker({ address, namespace, taskQueue: OWN_QUEUE, workflowBundle });
}

/** The fixture project's workflows. */
export async function bundleFixtures(): Promise<WorkflowBundle> {
  return bundle(join(fixtureProject, 'dist/workflows.js'));
}

/** Workflows in JavaScript, in a file beside those of the fixture project. */
export async function bundleSource(source: string): Promise<WorkflowBundle> {
  const folder = mkdtempSync(join(fixtureProject, 'dist/.own-'));
  try {
    writeFileSync(join(folder, 'workflows.js'), source);
    return await bundle(join(folder, 'workflows.js'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function bundle(workflowsPath: string): Promise<WorkflowBundle> {
  const sdk = dirname(require.resolve('@orkestra/sdk/package.json', { paths: [fixtureProject] }));
  return bundleWorkflowCode({
    workflowsPath,
    workflowInterceptorModules: [join(sdk, 'dist/interceptors.js')],
  });
}
