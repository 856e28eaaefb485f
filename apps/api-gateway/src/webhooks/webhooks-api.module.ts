import { Module } from '@nestjs/common';
import { NotificationsModule } from '@orkestra/notifications';
import { WebhookDeliveriesResolver } from './webhook-deliveries.resolver';
import { WebhookEndpointsResolver } from './webhook-endpoints.resolver';

const RESOLVERS = [WebhookEndpointsResolver, WebhookDeliveriesResolver];

@Module({ imports: [NotificationsModule], providers: RESOLVERS })
export class WebhooksApiModule {
  static readonly resolvers = RESOLVERS;
}
