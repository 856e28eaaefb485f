import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { WebhookDeliveryStatus, WebhookDeliveryView, WebhookTry } from '@orkestra/notifications';
import { PageInfo } from '../graphql/page-info.type';
import { WebhookDeliveryStatusEnum } from './webhook-enums.type';

@ObjectType({ description: 'What came of sending it once.' })
export class WebhookAttempt implements Omit<WebhookTry, 'retryAfterMs'> {
  @Field(() => Date)
  at!: Date;

  @Field(() => String, { description: 'Where it was sent.' })
  url!: string;

  @Field(() => Int)
  durationMs!: number;

  @Field(() => Int, { nullable: true, description: 'What was answered; null where nothing was.' })
  status!: number | null;

  @Field(() => String, { nullable: true, description: 'The first 4096 bytes of the answer.' })
  body!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it counts as not arrived; null where it has.' })
  problem!: string | null;
}

@ObjectType({ description: 'One event for one endpoint.' })
export class WebhookDelivery implements Pick<
  WebhookDeliveryView,
  'id' | 'type' | 'status' | 'attempts' | 'at' | 'nextAt' | 'settledAt'
> {
  @Field(() => ID, { description: 'The header `webhook-id`, the same each time that it is sent.' })
  id!: string;

  @Field(() => String, { description: 'Such as `task.completed`.' })
  type!: string;

  @Field(() => WebhookDeliveryStatusEnum)
  status!: WebhookDeliveryStatus;

  @Field(() => Int, { description: 'Since it was written, or replayed.' })
  attempts!: number;

  @Field(() => Date, { description: 'When it happened.' })
  at!: Date;

  @Field(() => Date, { nullable: true, description: 'When it is tried; null once it is settled.' })
  nextAt!: Date | null;

  @Field(() => Date, { nullable: true })
  settledAt!: Date | null;

  @Field(() => String, {
    description:
      'What is sent, as JSON; without the content that an endpoint may ask for, which is not kept.',
  })
  requestBody!: string;

  @Field(() => [WebhookAttempt], { description: 'The last few, the oldest first; at most 20.' })
  tries!: WebhookAttempt[];
}

@ObjectType()
export class WebhookDeliveryEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => WebhookDelivery)
  node!: WebhookDelivery;
}

@ObjectType()
export class WebhookDeliveryConnection {
  @Field(() => [WebhookDeliveryEdge])
  edges!: WebhookDeliveryEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ObjectType()
export class SendTestWebhookPayload {
  @Field(() => ID)
  deliveryId!: string;

  @Field(() => WebhookAttempt)
  attempt!: WebhookAttempt;
}

@ObjectType()
export class ReplayWebhookDeliveryPayload {
  @Field(() => WebhookDelivery)
  delivery!: WebhookDelivery;
}

@ObjectType()
export class ReplayFailedWebhooksPayload {
  @Field(() => Int, { description: 'How many are sent once more.' })
  count!: number;

  @Field(() => Boolean, { description: 'Whether there may be more: ask again.' })
  more!: boolean;
}

export function shownDelivery({ request, ...delivery }: WebhookDeliveryView): WebhookDelivery {
  return { ...delivery, requestBody: JSON.stringify(request) };
}
