import { Field, InputType, Int } from '@nestjs/graphql';
import {
  DELIVERY_MODES,
  type DeliveryMode,
  NOTIFICATION_KINDS,
  type NotificationKind,
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
import { NotificationKindEnum, NotificationModeEnum } from './notification-enums.type';

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

  @Field(() => Int, { nullable: true, description: '0 to 604800; null for the default of the channel.' })
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
export class SetNotificationPreferencesInput {
  @Field(() => [NotificationPreferenceInput], { description: 'At most 200; the others stay as they are.' })
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => NotificationPreferenceInput)
  preferences!: NotificationPreferenceInput[];
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
}
