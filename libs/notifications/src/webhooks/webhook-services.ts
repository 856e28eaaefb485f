import { WebhookDispatcher } from './webhook-dispatcher.service';
import { WebhookEndpoints } from './webhook-endpoints.service';
import { WebhookHealth } from './webhook-health.store';
import { WebhookLog } from './webhook-log.service';
import { WebhookPulse } from './webhook-pulse.service';
import { WebhookQueue } from './webhook-queue.store';
import { WebhookSecrets } from './webhook-secret.store';
import { WebhookSender } from './webhook-sender.service';
import { WebhookTests } from './webhook-tests.service';

/** What the programs use of webhooks. */
export const WEBHOOK_SERVICES = [
  ...[
    WebhookEndpoints,
    WebhookLog,
    WebhookTests,
    WebhookDispatcher,
    WebhookQueue,
    WebhookPulse,
    WebhookSender,
  ],
];

/** What these use among themselves. */
export const WEBHOOK_PARTS = [WebhookHealth, WebhookSecrets];
