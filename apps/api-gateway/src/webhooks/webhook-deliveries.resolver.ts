import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { WebhookLog, WebhookTests } from '@orkestra/notifications';
import type { TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import { type Connection, toConnection } from '../graphql/connection';
import {
  ReplayFailedWebhooksPayload,
  ReplayWebhookDeliveryPayload,
  SendTestWebhookPayload,
  shownDelivery,
  WebhookDelivery,
  WebhookDeliveryConnection,
} from './webhook-delivery.type';
import {
  ReplayFailedWebhooksInput,
  ReplayWebhookDeliveryInput,
  WebhookDeliveryFilterInput,
  WebhookEndpointInput,
} from './webhook.input';

/** What programs were told. */
@Resolver()
export class WebhookDeliveriesResolver {
  constructor(
    private readonly log: WebhookLog,
    private readonly tests: WebhookTests,
  ) {}

  @Query(() => WebhookDeliveryConnection, {
    description: 'What an endpoint was told in the last 30 days, the newest first. For tenant admins.',
  })
  async webhookDeliveries(
    @Ctx() ctx: TenantContext,
    @Args('endpointId', { type: () => ID }) endpointId: string,
    @Args('filter', { nullable: true }) filter?: WebhookDeliveryFilterInput,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: '1 to 100.' })
    first?: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<Connection<WebhookDelivery>> {
    const { status, type } = filter ?? {};
    const { items, ...page } = await this.log.list(ctx, { endpointId, status, type, first, after });
    return toConnection({ ...page, items: items.map(shownDelivery) }, { after });
  }

  @Mutation(() => SendTestWebhookPayload, {
    description:
      'Sends an event of the type `webhook.test` and waits for the answer, also to an endpoint that is off. For tenant admins.',
  })
  async sendTestWebhook(
    @Ctx() ctx: TenantContext,
    @Args('input') { endpointId }: WebhookEndpointInput,
  ): Promise<SendTestWebhookPayload> {
    const { deliveryId, tried } = await this.tests.send(ctx, endpointId);
    return { deliveryId, attempt: tried };
  }

  @Mutation(() => ReplayWebhookDeliveryPayload, {
    description: 'Sends it once more, whether it arrived or not, with the same id. For tenant admins.',
  })
  async replayWebhookDelivery(
    @Ctx() ctx: TenantContext,
    @Args('input') { deliveryId }: ReplayWebhookDeliveryInput,
  ): Promise<ReplayWebhookDeliveryPayload> {
    return { delivery: shownDelivery(await this.log.replay(ctx, deliveryId)) };
  }

  @Mutation(() => ReplayFailedWebhooksPayload, {
    description: 'Sends what was given up of an endpoint once more, the oldest first. For tenant admins.',
  })
  async replayFailedWebhooks(
    @Ctx() ctx: TenantContext,
    @Args('input') { endpointId, since }: ReplayFailedWebhooksInput,
  ): Promise<ReplayFailedWebhooksPayload> {
    return this.log.replayFailed(ctx, endpointId, since);
  }
}
