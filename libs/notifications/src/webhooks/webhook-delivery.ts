import type { WebhookData } from './webhook-data';

export const WEBHOOK_DELIVERY_STATUSES = ['pending', 'sent', 'dead'] as const;
export type WebhookDeliveryStatus = (typeof WEBHOOK_DELIVERY_STATUSES)[number];

/** What is to be sent now, by whoever leased it. */
export interface DueWebhook {
  tenantId: string;
  /** The header `webhook-id`: the same each time. */
  id: string;
  endpointId: string;
  type: string;
  data: WebhookData;
  at: Date;
  /** With the one to come. */
  attempts: number;
}
