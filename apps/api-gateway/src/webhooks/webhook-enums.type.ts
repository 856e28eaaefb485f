import { registerEnumType } from '@nestjs/graphql';
import type { WebhookDeliveryStatus, WebhookDisabledReason } from '@orkestra/notifications';

export const WebhookDeliveryStatusEnum = {
  PENDING: 'pending',
  SENT: 'sent',
  DEAD: 'dead',
} as const satisfies Record<string, WebhookDeliveryStatus>;

export const WebhookDisabledReasonEnum = {
  TURNED_OFF: 'turned_off',
  FAILING: 'failing',
  GONE: 'gone',
} as const satisfies Record<string, WebhookDisabledReason>;

registerEnumType(WebhookDeliveryStatusEnum, {
  name: 'WebhookDeliveryStatus',
  description: '`DEAD` is what was given up after three days, or refused for good.',
});
registerEnumType(WebhookDisabledReasonEnum, {
  name: 'WebhookDisabledReason',
  description:
    'An admin turned it off, nothing has arrived for three days, or it answered 410: that it wants no more.',
});
