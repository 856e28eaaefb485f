import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { ScimRoleMapping as RoleMappingView, ScimTokenView } from '@orkestra/tenancy';
import { TenantRoleEnum } from '../../people/person.type';

@ObjectType({ description: 'A token of a directory connection.' })
export class ScimToken implements ScimTokenView {
  @Field(() => String, { description: 'Its first part, by which people tell tokens apart.' })
  prefix!: string;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: 'Null for the one that counts until it is rotated.' })
  expiresAt!: Date | null;
}

@ObjectType({ description: 'What people of a group of the directory are.' })
export class ScimRoleMapping implements RoleMappingView {
  @Field(() => String, { description: 'As the directory calls the group, in small letters.' })
  groupName!: string;

  @Field(() => TenantRoleEnum)
  role!: RoleMappingView['role'];
}

@ObjectType({ description: 'Who made a directory connection.' })
export class ScimConnectionCreator {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  displayName!: string;
}

// What ends in `Connection` is a page of a list, by Relay's rule.
@ObjectType('ScimDirectory', {
  description: 'By which a directory provisions people and groups over SCIM 2.0.',
})
export class ScimConnection {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'What the directory is given as the URL, beside the token.' })
  baseUrl!: string;

  @Field(() => Boolean, { description: 'Whether its tokens let the directory in.' })
  enabled!: boolean;

  @Field(() => Boolean, { description: 'Whether owners are looked after too: an owner made it.' })
  managesOwners!: boolean;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => ScimConnectionCreator, { nullable: true })
  createdBy!: ScimConnectionCreator | null;

  @Field(() => Date, { nullable: true, description: 'To the minute.' })
  lastUsedAt!: Date | null;

  @Field(() => [ScimToken], { description: 'The newest first; two while one is being rotated.' })
  tokens!: ScimToken[];

  @Field(() => [ScimRoleMapping])
  roleMappings!: ScimRoleMapping[];

  @Field(() => Int, { description: 'How many people the directory looks after.' })
  people!: number;

  @Field(() => Int)
  groups!: number;
}

@ObjectType()
export class CreateScimConnectionPayload {
  @Field(() => ScimConnection)
  connection!: ScimConnection;

  @Field(() => String, { description: 'The whole token. This is the only time that it is shown.' })
  token!: string;
}

@ObjectType()
export class RotateScimTokenPayload {
  @Field(() => ScimConnection)
  connection!: ScimConnection;

  @Field(() => String, { description: 'The whole new token. This is the only time that it is shown.' })
  token!: string;
}

@ObjectType()
export class UpdateScimConnectionPayload {
  @Field(() => ScimConnection)
  connection!: ScimConnection;
}

@ObjectType()
export class SetScimRoleMappingsPayload {
  @Field(() => ScimConnection)
  connection!: ScimConnection;
}

@ObjectType()
export class EndScimConnectionPayload {
  @Field(() => ScimConnection, { description: 'As it was.' })
  connection!: ScimConnection;
}
