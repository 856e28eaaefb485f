import { Field, ID, ObjectType } from '@nestjs/graphql';
import type {
  WebhookDisabledReason,
  WebhookEndpointView,
  WebhookEventType as EventType,
  WebhookSecretView,
} from '@orkestra/notifications';
import { WebhookDisabledReasonEnum } from './webhook-enums.type';

@ObjectType({ description: 'A secret that signs, without what it says.' })
export class WebhookSecret implements WebhookSecretView {
  @Field(() => ID)
  id!: string;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it signs no longer; null for the newest.' })
  endsAt!: Date | null;
}

@ObjectType({ description: 'Where a program is told of what happens.' })
export class WebhookEndpoint implements WebhookEndpointView {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  url!: string;

  @Field(() => String)
  description!: string;

  @Field(() => [String], { description: 'Types of events, see `webhookEventTypes`; empty for all.' })
  eventTypes!: string[];

  @Field(() => [String], { description: 'Types of tasks; empty for all, and for what belongs to no task.' })
  taskTypes!: string[];

  @Field(() => Boolean, {
    description: 'Whether it is told what tasks and comments say, not their ids alone.',
  })
  withContent!: boolean;

  @Field(() => WebhookDisabledReasonEnum, { nullable: true, description: 'Null while it is on.' })
  disabledReason!: WebhookDisabledReason | null;

  @Field(() => Date, { nullable: true })
  disabledAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'Since when nothing arrives.' })
  failingSince!: Date | null;

  @Field(() => String, { nullable: true, description: 'What went wrong last.' })
  problem!: string | null;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date)
  updatedAt!: Date;

  @Field(() => [WebhookSecret], { description: 'Those that sign now, the newest first; at most 5.' })
  secrets!: WebhookSecret[];
}

@ObjectType({ description: 'What programs can be told of.' })
export class WebhookEventType implements EventType {
  @Field(() => String, { description: 'Such as `task.completed`.' })
  name!: string;

  @Field(() => String)
  meaning!: string;
}

@ObjectType()
export class WebhookEndpointPayload {
  @Field(() => WebhookEndpoint)
  endpoint!: WebhookEndpoint;
}

@ObjectType()
export class WebhookSecretPayload {
  @Field(() => WebhookEndpoint)
  endpoint!: WebhookEndpoint;

  @Field(() => String, { description: 'Shown this once: `whsec_` and 24 bytes in base64.' })
  secret!: string;
}

@ObjectType()
export class DeleteWebhookEndpointPayload {
  @Field(() => ID)
  deletedId!: string;
}
