import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { ApiKeyPerson, ApiKeyState, ApiKeyUse, ApiKeyView } from '@orkestra/tenancy';
import { PageInfo } from '../graphql/page-info.type';

const ApiKeyStateEnum = {
  ACTIVE: 'active',
  EXPIRING: 'expiring',
  ROTATED: 'rotated',
  STOPPED: 'stopped',
  EXPIRED: 'expired',
  REVOKED: 'revoked',
} as const satisfies Record<Uppercase<ApiKeyState>, ApiKeyState>;

registerEnumType(ApiKeyStateEnum, {
  name: 'ApiKeyState',
  valuesMap: {
    EXPIRING: { description: 'Works for seven days more at the most.' },
    ROTATED: { description: 'Has a successor, and still works until it expires.' },
    STOPPED: {
      description: 'Does not work while the person on whose behalf it acts, or its program, is inactive.',
    },
  },
});

@ObjectType({ description: 'A program that keys let in.' })
export class ApiKeyPrincipal implements Pick<ApiKeyView['principal'], 'id' | 'name'> {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;
}

@ObjectType({ description: 'A person, who may be inactive.' })
export class ApiKeyUser implements ApiKeyPerson {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  displayName!: string;

  @Field(() => Boolean)
  active!: boolean;
}

@ObjectType({
  description: 'A key of a program or agent. Its secret is shown when it is made and never again.',
})
export class ApiKey implements ApiKeyView {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'What people call it; may be empty.' })
  name!: string;

  @Field(() => String, { description: 'The part of the key behind `ork_`, by which keys are told apart.' })
  prefix!: string;

  @Field(() => ApiKeyPrincipal)
  principal!: ApiKeyPrincipal;

  @Field(() => [String])
  scopes!: ApiKeyView['scopes'];

  @Field(() => ApiKeyStateEnum)
  state!: ApiKeyState;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => ApiKeyUser, { nullable: true, description: 'Null where the operator of the server made it.' })
  createdBy!: ApiKeyUser | null;

  @Field(() => Date, { nullable: true })
  expiresAt!: Date | null;

  @Field(() => Date, { nullable: true })
  revokedAt!: Date | null;

  @Field(() => Date, { nullable: true })
  rotatedAt!: Date | null;

  @Field(() => ID, { nullable: true, description: 'The id of the key that a rotation made.' })
  replacedBy!: string | null;

  @Field(() => Date, { nullable: true, description: 'To the minute.' })
  lastUsedAt!: Date | null;

  @Field(() => [String], {
    description: 'Addresses and networks from which it may be used; empty for anywhere.',
  })
  allowedNetworks!: string[];

  @Field(() => Int, { nullable: true, description: 'Null for as many as any program may send.' })
  requestsPerMinute!: number | null;

  @Field(() => ApiKeyUser, {
    nullable: true,
    description: 'On whose behalf its program acts where it does not say.',
  })
  onBehalfOf!: ApiKeyUser | null;
}

@ObjectType()
export class ApiKeyEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => ApiKey)
  node!: ApiKey;
}

@ObjectType()
export class ApiKeyConnection {
  @Field(() => [ApiKeyEdge])
  edges!: ApiKeyEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ObjectType('ApiKeyUse', { description: 'How often a key was used from one address on one day.' })
export class ApiKeyUseItem implements ApiKeyUse {
  @Field(() => String, { description: 'In UTC, such as `2030-01-31`.' })
  day!: string;

  @Field(() => String, { nullable: true, description: 'Null where it was not known.' })
  address!: string | null;

  @Field(() => Int)
  count!: number;

  @Field(() => Date)
  lastUsedAt!: Date;
}

@ObjectType()
export class ApiKeyUseEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => ApiKeyUseItem)
  node!: ApiKeyUseItem;
}

@ObjectType()
export class ApiKeyUseConnection {
  @Field(() => [ApiKeyUseEdge])
  edges!: ApiKeyUseEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ObjectType({ description: 'Something that a key may be allowed to do.' })
export class ApiKeyScope {
  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'In words.' })
  meaning!: string;
}
