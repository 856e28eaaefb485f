import { AsyncLocalStorage } from 'node:async_hooks';
import type { TenantContext } from '@orkestra/tenancy';

const storage = new AsyncLocalStorage<TenantContext>();

/** The context of the activity that runs: its tenant was fixed when the workflow was started. */
export function activityContext(): TenantContext {
  const ctx = storage.getStore();
  if (ctx === undefined) throw new Error('This code runs only inside an activity of the server.');
  return ctx;
}

export function runInActivityContext<T>(ctx: TenantContext, work: () => T): T {
  return storage.run(ctx, work);
}
