import { AsyncLocalStorage } from 'node:async_hooks';
import type { WorkflowStarter } from '@orkestra/sdk';
import type { TenantContext } from '@orkestra/tenancy';

/** For whom an activity runs. */
export interface ActivityScope {
  ctx: TenantContext;
  /** Who started the workflow, and for whom; unknown to workers with an older SDK. */
  starter?: WorkflowStarter | undefined;
}

const storage = new AsyncLocalStorage<ActivityScope>();

/** The context of the activity that runs: its tenant was fixed when the workflow was started. */
export function activityContext(): TenantContext {
  return activityScope().ctx;
}

export function activityScope(): ActivityScope {
  const scope = storage.getStore();
  if (scope === undefined) throw new Error('This code runs only inside an activity of the server.');
  return scope;
}

export function runInActivityContext<T>(scope: ActivityScope, work: () => T): T {
  return storage.run(scope, work);
}
