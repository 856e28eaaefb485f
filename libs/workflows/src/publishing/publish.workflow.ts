import { proxyActivities } from '@temporalio/workflow';
import type { Publication, PublishingSteps } from './publishing-steps';

const { publishWorkflows } = proxyActivities<PublishingSteps>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '1s', maximumInterval: '10s' },
});

/**
 * Puts what a worker of a user's own can run into the catalogue: that worker reaches Temporal, and no database. It
 * belongs to no tenant, so it is no workflow of the SDK's.
 */
export async function orkestraPublish(publication: Publication): Promise<void> {
  await publishWorkflows(publication);
}
