import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { WEBHOOK_EVENT_TYPES, WebhookEndpoints } from '@orkestra/notifications';
import type { TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import {
  DeleteWebhookEndpointPayload,
  WebhookEndpoint,
  WebhookEndpointPayload,
  WebhookEventType,
  WebhookSecretPayload,
} from './webhook-endpoint.type';
import {
  CreateWebhookEndpointInput,
  RotateWebhookSecretInput,
  SetWebhookEndpointEnabledInput,
  UpdateWebhookEndpointInput,
  WebhookEndpointInput,
} from './webhook.input';

/** Where programs are told of what happens. */
@Resolver()
export class WebhookEndpointsResolver {
  constructor(private readonly endpoints: WebhookEndpoints) {}

  @Query(() => [WebhookEndpoint], { description: 'The oldest first; at most 50. For tenant admins.' })
  async webhookEndpoints(@Ctx() ctx: TenantContext): Promise<WebhookEndpoint[]> {
    return this.endpoints.list(ctx);
  }

  @Query(() => [WebhookEventType], { description: 'What programs can be told of, besides tests.' })
  webhookEventTypes(): WebhookEventType[] {
    return [...WEBHOOK_EVENT_TYPES];
  }

  @Mutation(() => WebhookSecretPayload, {
    description: 'From now on it is told of what happens, signed by the secret. For tenant admins.',
  })
  async createWebhookEndpoint(
    @Ctx() ctx: TenantContext,
    @Args('input') input: CreateWebhookEndpointInput,
  ): Promise<WebhookSecretPayload> {
    return this.endpoints.create(ctx, { ...input });
  }

  @Mutation(() => WebhookEndpointPayload, {
    description: 'Counts for what happens from now on; a new address also for what waits. For tenant admins.',
  })
  async updateWebhookEndpoint(
    @Ctx() ctx: TenantContext,
    @Args('input') { endpointId, ...changes }: UpdateWebhookEndpointInput,
  ): Promise<WebhookEndpointPayload> {
    return { endpoint: await this.endpoints.update(ctx, endpointId, changes) };
  }

  @Mutation(() => WebhookEndpointPayload, {
    description:
      'What it has not got yet waits while it is off, up to a month; what happens meanwhile it is not told. For tenant admins.',
  })
  async setWebhookEndpointEnabled(
    @Ctx() ctx: TenantContext,
    @Args('input') { endpointId, enabled }: SetWebhookEndpointEnabledInput,
  ): Promise<WebhookEndpointPayload> {
    return { endpoint: await this.endpoints.enable(ctx, endpointId, enabled) };
  }

  @Mutation(() => WebhookSecretPayload, {
    description: 'A new secret signs, and for a while the old one as well. For tenant admins.',
  })
  async rotateWebhookSecret(
    @Ctx() ctx: TenantContext,
    @Args('input') { endpointId, overlapHours }: RotateWebhookSecretInput,
  ): Promise<WebhookSecretPayload> {
    return this.endpoints.rotate(ctx, endpointId, overlapHours);
  }

  @Mutation(() => DeleteWebhookEndpointPayload, {
    description: 'With its log, and what it has not got yet. For tenant admins.',
  })
  async deleteWebhookEndpoint(
    @Ctx() ctx: TenantContext,
    @Args('input') { endpointId }: WebhookEndpointInput,
  ): Promise<DeleteWebhookEndpointPayload> {
    return { deletedId: (await this.endpoints.delete(ctx, endpointId)).id };
  }
}
