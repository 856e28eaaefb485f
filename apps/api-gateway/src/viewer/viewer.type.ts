import { Field, ID, ObjectType } from '@nestjs/graphql';
import { type PrincipalKind, PrincipalKindEnum } from '../people/actor.type';

@ObjectType()
export class TenantSummary {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true, description: 'Such as `#0f766e`.' })
  accentColor!: string | null;

  @Field(() => String, { nullable: true, description: 'Where the logo is read from.' })
  logoUrl!: string | null;
}

@ObjectType()
export class GroupMembership {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  key!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: '`member` or `supervisor`.' })
  role!: string;
}

@ObjectType({ description: 'Whoever sends the request.' })
export class Viewer {
  @Field(() => ID)
  id!: string;

  @Field(() => PrincipalKindEnum)
  kind!: PrincipalKind;

  @Field(() => String)
  displayName!: string;

  @Field(() => String, { nullable: true })
  email!: string | null;

  @Field(() => String, { description: '`owner`, `admin`, `operator`, `viewer` or `auditor`.' })
  role!: string;

  @Field(() => TenantSummary)
  tenant!: TenantSummary;

  @Field(() => [GroupMembership])
  groups!: GroupMembership[];

  @Field(() => [String])
  scopes!: string[];
}
