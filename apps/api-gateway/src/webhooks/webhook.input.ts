import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { LONGEST_OVERLAP, MOST_WEBHOOKS_REPLAYED, type WebhookDeliveryStatus } from '@orkestra/notifications';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDate,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';
import { WebhookDeliveryStatusEnum } from './webhook-enums.type';

const URL = 'Where events are sent, by https. Up to 2000 characters.';
const DESCRIPTION = 'What it is for: up to 200 characters.';
const EVENT_TYPES = 'See `webhookEventTypes`; empty for all.';
const TASK_TYPES = 'Types of tasks; empty for all, and for what belongs to no task. At most 100.';
const CONTENT = 'Whether titles, descriptions and comments are sent, not ids alone.';

@InputType()
export class CreateWebhookEndpointInput {
  @Field(() => String, { description: URL })
  @IsString()
  @MaxLength(2_000)
  url!: string;

  @Field(() => String, { defaultValue: '', description: DESCRIPTION })
  @IsString()
  @MaxLength(200)
  description!: string;

  @Field(() => [String], { defaultValue: [], description: EVENT_TYPES })
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  eventTypes!: string[];

  @Field(() => [String], { defaultValue: [], description: TASK_TYPES })
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  taskTypes!: string[];

  @Field(() => Boolean, { defaultValue: false, description: CONTENT })
  @IsBoolean()
  withContent!: boolean;
}

@InputType()
export class WebhookEndpointInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(100)
  endpointId!: string;
}

@InputType({ description: 'What is left out stays as it is.' })
export class UpdateWebhookEndpointInput extends WebhookEndpointInput {
  @Field(() => String, { nullable: true, description: URL })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  url?: string;

  @Field(() => String, { nullable: true, description: DESCRIPTION })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  description?: string;

  @Field(() => [String], { nullable: true, description: EVENT_TYPES })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  eventTypes?: string[];

  @Field(() => [String], { nullable: true, description: TASK_TYPES })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  taskTypes?: string[];

  @Field(() => Boolean, { nullable: true, description: CONTENT })
  @IsOptional()
  @IsBoolean()
  withContent?: boolean;
}

@InputType()
export class SetWebhookEndpointEnabledInput extends WebhookEndpointInput {
  @Field(() => Boolean)
  @IsBoolean()
  enabled!: boolean;
}

@InputType()
export class RotateWebhookSecretInput extends WebhookEndpointInput {
  @Field(() => Int, {
    defaultValue: 24,
    description: `How long the old secret signs as well, in hours: 0 to ${LONGEST_OVERLAP}.`,
  })
  @IsInt()
  overlapHours!: number;
}

@InputType()
export class ReplayWebhookDeliveryInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(100)
  deliveryId!: string;
}

@InputType()
export class ReplayFailedWebhooksInput extends WebhookEndpointInput {
  @Field(() => Date, {
    description: `Of what happened since then; at most ${MOST_WEBHOOKS_REPLAYED} at once.`,
  })
  @IsDate()
  since!: Date;
}

@InputType('WebhookDeliveryFilter')
export class WebhookDeliveryFilterInput {
  @Field(() => WebhookDeliveryStatusEnum, { nullable: true })
  @IsOptional()
  @IsIn(Object.values(WebhookDeliveryStatusEnum))
  status?: WebhookDeliveryStatus;

  @Field(() => String, { nullable: true, description: 'Of events, such as `task.completed`.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  type?: string;
}
