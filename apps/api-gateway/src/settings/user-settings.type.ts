import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { UserSettings as Settings } from '@orkestra/tenancy';
import { PageInfo } from '../graphql/page-info.type';
import { CurrentAbsence } from '../people/absence.type';
import { User } from '../people/user.type';

@ObjectType({ description: 'What decides whether groups give somebody tasks.' })
export class UserSettings implements Pick<Settings, 'skills' | 'capacity'> {
  @Field(() => User)
  user!: User;

  @Field(() => Boolean, { description: 'Whether they can sign in and get tasks.' })
  active!: boolean;

  @Field(() => [String], { description: 'In small letters.' })
  skills!: string[];

  @Field(() => Int, {
    nullable: true,
    description: 'How many open tasks groups may give them; null for any number.',
  })
  capacity!: number | null;

  @Field(() => CurrentAbsence, { nullable: true, description: 'Null for who is there.' })
  absence!: CurrentAbsence | null;
}

@ObjectType()
export class UserSettingsEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => UserSettings)
  node!: UserSettings;
}

@ObjectType()
export class UserSettingsConnection {
  @Field(() => [UserSettingsEdge])
  edges!: UserSettingsEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ObjectType()
export class SetUserSkillsPayload {
  @Field(() => UserSettings)
  settings!: UserSettings;
}

@ObjectType()
export class SetUserCapacityPayload {
  @Field(() => UserSettings)
  settings!: UserSettings;
}
