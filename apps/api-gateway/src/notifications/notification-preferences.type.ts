import { Field, Int, ObjectType } from '@nestjs/graphql';
import type {
  ChannelView,
  DefaultView,
  DeliveryMode,
  Hours,
  NotificationKind,
  PreferencesView,
  PreferenceView,
} from '@orkestra/notifications';
import { NotificationKindEnum, NotificationModeEnum } from './notification-enums.type';

const MINUTES = 'Minutes after midnight, in the time zone.';

@ObjectType({ description: 'A way by which people are told.' })
class NotificationChannel implements ChannelView {
  @Field(() => String, { description: '`in_app`, `email` …' })
  name!: string;

  @Field(() => Int, { description: 'How long it waits for the person to see it elsewhere, in seconds.' })
  defaultDelaySeconds!: number;

  @Field(() => Boolean, { description: 'Whether it reaches only who has connected an account or a device.' })
  addressed!: boolean;
}

@ObjectType({ description: 'How the viewer is told of one kind by one channel.' })
class NotificationPreference implements PreferenceView {
  @Field(() => NotificationKindEnum)
  kind!: NotificationKind;

  @Field(() => String)
  channel!: string;

  @Field(() => NotificationModeEnum)
  mode!: DeliveryMode;

  @Field(() => Int, { description: 'Not sent where it was read, or done, before that.' })
  delaySeconds!: number;

  @Field(() => Boolean, {
    description: 'Whether the viewer has chosen it, rather than that it is the default.',
  })
  chosen!: boolean;

  @Field(() => Boolean, { description: 'Whether the workspace’s admins have set it for everybody.' })
  locked!: boolean;
}

@ObjectType({ description: 'When the viewer wants to hear nothing. The list in the app is always there.' })
class NotificationHours implements Hours {
  @Field(() => String, { description: 'Such as `Europe/Berlin`.' })
  timeZone!: string;

  @Field(() => Int, { nullable: true, description: `${MINUTES} Null without quiet hours.` })
  quietFrom!: number | null;

  @Field(() => Int, { nullable: true, description: MINUTES })
  quietUntil!: number | null;

  @Field(() => Boolean, { description: 'Whether Saturday and Sunday are quiet as a whole.' })
  quietWeekends!: boolean;

  @Field(() => Int, { description: `When the daily digest comes. ${MINUTES}` })
  digestAt!: number;
}

@ObjectType({ description: 'How the viewer wants to be told.' })
export class NotificationPreferences implements PreferencesView {
  @Field(() => [NotificationChannel], { description: 'What this installation is set up for.' })
  channels!: ChannelView[];

  @Field(() => [NotificationPreference], { description: 'Of each kind and each channel.' })
  preferences!: PreferenceView[];

  @Field(() => NotificationHours)
  hours!: Hours;
}

@ObjectType({ description: 'How people of the workspace are told who have not chosen.' })
export class NotificationDefault implements DefaultView {
  @Field(() => NotificationKindEnum)
  kind!: NotificationKind;

  @Field(() => String)
  channel!: string;

  @Field(() => NotificationModeEnum)
  mode!: DeliveryMode;

  @Field(() => Int)
  delaySeconds!: number;

  @Field(() => Boolean, { description: 'Whether nobody may choose otherwise.' })
  locked!: boolean;

  @Field(() => Boolean, { description: 'Whether the workspace’s admins have set it.' })
  changed!: boolean;
}

@ObjectType()
export class NotificationPreferencesPayload {
  @Field(() => NotificationPreferences)
  notificationPreferences!: PreferencesView;
}

@ObjectType()
export class NotificationDefaultsPayload {
  @Field(() => [NotificationDefault])
  notificationDefaults!: DefaultView[];
}
