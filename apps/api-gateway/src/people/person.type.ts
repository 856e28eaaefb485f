import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type {
  Departure as DepartureView,
  GroupRole,
  ManagedBy,
  PersonStatus,
  PersonView,
  TenantRole,
} from '@orkestra/tenancy';
import { PageInfo } from '../graphql/page-info.type';

export const TenantRoleEnum = {
  OWNER: 'owner',
  ADMIN: 'admin',
  OPERATOR: 'operator',
  VIEWER: 'viewer',
  AUDITOR: 'auditor',
} as const satisfies Record<string, TenantRole>;

registerEnumType(TenantRoleEnum, {
  name: 'TenantRole',
  description: 'What a person is in the tenant.',
  valuesMap: {
    OWNER: { description: 'An admin who, besides, names owners and ends the tenant.' },
    ADMIN: { description: 'Sees all, and looks after people, groups, keys and settings.' },
    OPERATOR: { description: 'Works on tasks.' },
    VIEWER: { description: 'Sees what concerns them, and changes nothing.' },
    AUDITOR: { description: 'Sees all, and changes nothing.' },
  },
});

export const PersonStatusEnum = {
  INVITED: 'invited',
  ACTIVE: 'active',
  DEACTIVATED: 'deactivated',
  ERASED: 'erased',
} as const satisfies Record<string, PersonStatus>;

registerEnumType(PersonStatusEnum, {
  name: 'PersonStatus',
  valuesMap: {
    INVITED: { description: 'They have not accepted yet.' },
    ACTIVE: { description: 'They can sign in and get tasks.' },
    DEACTIVATED: { description: 'They have left.' },
    ERASED: { description: 'They have left, and nothing says any more who they were.' },
  },
});

const ManagedByEnum = { LOCAL: 'local', DIRECTORY: 'scim' } as const satisfies Record<string, ManagedBy>;

registerEnumType(ManagedByEnum, {
  name: 'ManagedBy',
  valuesMap: {
    LOCAL: { description: 'Admins of the tenant.' },
    DIRECTORY: { description: 'A directory, by SCIM: they are renamed and deactivated there.' },
  },
});

export const GroupRoleEnum = {
  MEMBER: 'member',
  SUPERVISOR: 'supervisor',
} as const satisfies Record<string, GroupRole>;

registerEnumType(GroupRoleEnum, { name: 'GroupRole', description: 'What a person is in a group.' });

@ObjectType({ description: 'A group that somebody is in.' })
export class PersonGroup {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  key!: string;

  @Field(() => String)
  name!: string;

  @Field(() => GroupRoleEnum)
  role!: GroupRole;
}

@ObjectType({ description: 'Somebody in the tenant, who was invited to it, or who has left it.' })
export class Person implements PersonView {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  email!: string;

  @Field(() => String)
  displayName!: string;

  @Field(() => TenantRoleEnum)
  role!: TenantRole;

  @Field(() => PersonStatusEnum)
  status!: PersonStatus;

  @Field(() => ManagedByEnum, { description: 'Who says how they are called and whether they are active.' })
  managedBy!: ManagedBy;

  @Field(() => [PersonGroup], { description: 'By key.' })
  groups!: PersonGroup[];

  @Field(() => Date, { nullable: true, description: 'Null once they have accepted.' })
  invitedAt!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When the link of their invitation ends; null where there is none that works.',
  })
  invitationExpiresAt!: Date | null;

  @Field(() => Date)
  createdAt!: Date;
}

@ObjectType()
export class PersonEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => Person)
  node!: Person;
}

@ObjectType()
export class PersonConnection {
  @Field(() => [PersonEdge])
  edges!: PersonEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ObjectType({ description: 'What becomes, or became, of the work of somebody who leaves.' })
export class Departure implements Omit<DepartureView, 'toGroups' | 'toPeople'> {
  @Field(() => Int, { description: 'Tasks that they hold.' })
  held!: number;

  @Field(() => Int, { description: 'Of those, how many others may claim who were named for them.' })
  claimable!: number;

  @Field(() => Int, { description: 'Of those, how many wait until an admin hands them on.' })
  waiting!: number;

  @Field(() => Int, { description: 'Tasks that somebody else holds for them, and keeps.' })
  lent!: number;

  @Field(() => Int, { description: 'What they allowed agents for longer than one call, and ends.' })
  standingRules!: number;
}
