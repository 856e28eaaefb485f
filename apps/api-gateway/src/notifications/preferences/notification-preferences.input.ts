import { Field, InputType, Int } from '@nestjs/graphql';
import {
  DELIVERY_MODES,
  type DeliveryMode,
  NOTIFICATION_KINDS,
  MOST_RULES,
  type NotificationKind,
  SUBJECT_KINDS,
  type SubjectKind,
} from '@orkestra/notifications';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  NotificationKindEnum,
  NotificationModeEnum,
  NotificationSubjectEnum,
} from './notification-enums.type';

const A_WEEK = 604_800;
const LAST_MINUTE = 1_439;
const MINUTES = 'Minutes after midnight, 0 to 1439.';

@InputType()
export class NotificationPreferenceInput {
  @Field(() => NotificationKindEnum)
  @IsIn(NOTIFICATION_KINDS)
  kind!: NotificationKind;

  @Field(() => String, { description: 'One of `notificationPreferences.channels`.' })
  @IsString()
  @MaxLength(40)
  channel!: string;

  @Field(() => NotificationModeEnum, { nullable: true, description: 'Null to have the default again.' })
  @IsOptional()
  @IsIn(DELIVERY_MODES)
  mode?: DeliveryMode | null;

  @Field(() => Int, {
    nullable: true,
    description: '0 to 604800, for this kind alone; null for what holds for the channel.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(A_WEEK)
  delaySeconds?: number | null;
}

@InputType()
export class NotificationDefaultInput extends NotificationPreferenceInput {
  @Field(() => Boolean, { nullable: true, description: 'Whether nobody may choose otherwise.' })
  @IsOptional()
  @IsBoolean()
  locked?: boolean | null;
}

@InputType()
export class NotificationDelayInput {
  @Field(() => String, { description: 'One of `notificationPreferences.channels`, but not `in_app`.' })
  @IsString()
  @MaxLength(40)
  channel!: string;

  @Field(() => Int, { nullable: true, description: '0 to 604800; null for the default of the channel.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(A_WEEK)
  delaySeconds?: number | null;
}

@InputType()
export class NotificationExceptionInput {
  @Field(() => NotificationSubjectEnum)
  @IsIn(SUBJECT_KINDS)
  subjectKind!: SubjectKind;

  @Field(() => String, { description: 'The id of the agent or group, or the type of task or workflow.' })
  @IsString()
  @MaxLength(200)
  subject!: string;

  @Field(() => NotificationKindEnum, { nullable: true, description: 'Left out for all.' })
  @IsOptional()
  @IsIn(NOTIFICATION_KINDS)
  kind?: NotificationKind | null;

  @Field(() => String, { description: 'One of `notificationPreferences.channels`.' })
  @IsString()
  @MaxLength(40)
  channel!: string;

  @Field(() => NotificationModeEnum)
  @IsIn(DELIVERY_MODES)
  mode!: DeliveryMode;
}

@InputType()
export class SetNotificationExceptionsInput {
  @Field(() => [NotificationExceptionInput], {
    description: `All of them, at most ${MOST_RULES}: those that are not named are gone.`,
  })
  @ArrayMaxSize(MOST_RULES)
  @ValidateNested({ each: true })
  @Type(() => NotificationExceptionInput)
  exceptions!: NotificationExceptionInput[];
}

@InputType()
export class SetNotificationLanguageInput {
  @Field(() => String, { nullable: true, description: 'Such as `de`; left out for that of the workspace.' })
  @IsOptional()
  @IsString()
  @MaxLength(35)
  language?: string | null;
}

@InputType()
export class SetNotificationPreferencesInput {
  @Field(() => [NotificationPreferenceInput], { description: 'At most 200; the others stay as they are.' })
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => NotificationPreferenceInput)
  preferences!: NotificationPreferenceInput[];

  @Field(() => [NotificationDelayInput], {
    nullable: true,
    description: 'How long channels wait; the others stay as they are.',
  })
  @IsOptional()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => NotificationDelayInput)
  delays?: NotificationDelayInput[] | null;
}

@InputType()
export class SetNotificationDefaultsInput {
  @Field(() => [NotificationDefaultInput], { description: 'At most 200; the others stay as they are.' })
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => NotificationDefaultInput)
  defaults!: NotificationDefaultInput[];
}

@InputType()
export class SetNotificationHoursInput {
  @Field(() => String, { description: 'Such as `Europe/Berlin`.' })
  @IsString()
  @MaxLength(100)
  timeZone!: string;

  @Field(() => Int, {
    nullable: true,
    description: `${MINUTES} Left out, with the other, for no quiet hours.`,
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LAST_MINUTE)
  quietFrom?: number | null;

  @Field(() => Int, { nullable: true, description: MINUTES })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LAST_MINUTE)
  quietUntil?: number | null;

  @Field(() => Boolean, { description: 'Whether Saturday and Sunday are quiet as a whole.' })
  @IsBoolean()
  quietWeekends!: boolean;

  @Field(() => Int, { description: `When the daily digest comes. ${MINUTES}` })
  @IsInt()
  @Min(0)
  @Max(LAST_MINUTE)
  digestAt!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'The key of a business calendar, outside whose hours it is quiet as well; left out for none.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(63)
  quietCalendar?: string | null;
}
