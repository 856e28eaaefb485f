import { Field, Int, ObjectType } from '@nestjs/graphql';
import type {
  ConnectWay,
  DefaultView,
  DeliveryMode,
  ExceptionSubject,
  Hours,
  NotificationKind,
  OwnChannelView,
  PreferencesView,
  PreferenceView,
  RuleView,
  SubjectKind,
} from '@orkestra/notifications';
import {
  NotificationConnectWayEnum,
  NotificationKindEnum,
  NotificationModeEnum,
  NotificationSubjectEnum,
} from './notification-enums.type';

const MINUTES = 'Minutes after midnight, in the time zone.';

@ObjectType({ description: 'A way by which people are told.' })
class NotificationChannel implements OwnChannelView {
  @Field(() => String, { description: '`in_app`, `email` …' })
  name!: string;

  @Field(() => Int, { description: 'How long it waits for the person to see it elsewhere, in seconds.' })
  defaultDelaySeconds!: number;

  @Field(() => Boolean, { description: 'Whether it reaches only who has connected an account or a device.' })
  addressed!: boolean;

  @Field(() => NotificationConnectWayEnum, {
    nullable: true,
    description:
      'How people connect an account by themselves; null where it is done elsewhere, or not at all.',
  })
  connectsBy!: ConnectWay | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How long the viewer has it wait; null where they have not chosen.',
  })
  delaySeconds!: number | null;
}

@ObjectType({ description: 'What the viewer wants otherwise for one agent, type or group.' })
class NotificationException implements RuleView {
  @Field(() => NotificationSubjectEnum)
  subjectKind!: SubjectKind;

  @Field(() => String, { description: 'The id of the agent or group, or the type.' })
  subject!: string;

  @Field(() => String, { nullable: true, description: 'Null where it is gone.' })
  subjectName!: string | null;

  @Field(() => NotificationKindEnum, { nullable: true, description: 'Null for all.' })
  kind!: NotificationKind | null;

  @Field(() => String)
  channel!: string;

  @Field(() => NotificationModeEnum)
  mode!: DeliveryMode;
}

@ObjectType({ description: 'What an exception can be about.' })
export class NotificationExceptionSubject implements ExceptionSubject {
  @Field(() => NotificationSubjectEnum)
  kind!: SubjectKind;

  @Field(() => String)
  subject!: string;

  @Field(() => String)
  name!: string;
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

  @Field(() => String, {
    nullable: true,
    description: 'The key of a business calendar, outside whose hours it is quiet as well; null for none.',
  })
  quietCalendar!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The language in which the viewer is told; null for that of the workspace.',
  })
  language!: string | null;
}

@ObjectType({ description: 'How the viewer wants to be told.' })
export class NotificationPreferences implements PreferencesView {
  @Field(() => [NotificationChannel], { description: 'What this installation is set up for.' })
  channels!: OwnChannelView[];

  @Field(() => [NotificationPreference], { description: 'Of each kind and each channel.' })
  preferences!: PreferenceView[];

  @Field(() => NotificationHours)
  hours!: Hours;

  @Field(() => [NotificationException], {
    description: 'They count before what is chosen for the kind, but not where that is locked.',
  })
  exceptions!: RuleView[];
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
