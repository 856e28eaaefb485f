import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type {
  ConnectionKind,
  ConnectionMapping,
  ConnectionStatus,
  GroupRule,
  RoleRule,
  SsoConnection as Connection,
  SsoDomain as Domain,
} from '@orkestra/tenancy';
import { GroupRoleEnum, TenantRoleEnum } from '../people/person.type';
import { SamlSettings } from './saml-settings.type';

const SsoConnectionKindEnum = { OIDC: 'oidc', SAML: 'saml' } as const satisfies Record<
  string,
  ConnectionKind
>;

registerEnumType(SsoConnectionKindEnum, { name: 'SsoConnectionKind' });

const SsoConnectionStatusEnum = {
  UNTESTED: 'untested',
  WORKING: 'working',
  FAILING: 'failing',
} as const satisfies Record<Uppercase<ConnectionStatus>, ConnectionStatus>;

registerEnumType(SsoConnectionStatusEnum, {
  name: 'SsoConnectionStatus',
  valuesMap: {
    UNTESTED: { description: 'Nobody has come in by it since it was changed.' },
    WORKING: { description: 'Somebody has come in by it.' },
    FAILING: { description: 'The directory failed last; see `problem`.' },
  },
});

@ObjectType({ description: 'Members of a group of the directory are in one of Orkestra’s.' })
class SsoGroupRule implements GroupRule {
  @Field(() => String, { description: 'As the directory calls it.' })
  from!: string;

  @Field(() => String, { description: 'Key of the group.' })
  group!: string;

  @Field(() => GroupRoleEnum)
  role!: GroupRule['role'];
}

@ObjectType({ description: 'Members of a group of the directory have a role.' })
class SsoRoleRule implements RoleRule {
  @Field(() => String, { description: 'As the directory calls it.' })
  from!: string;

  @Field(() => TenantRoleEnum)
  role!: RoleRule['role'];
}

@ObjectType({ description: 'What is read from where in what the directory says of a person.' })
class SsoMapping implements ConnectionMapping {
  @Field(() => String)
  email!: string;

  @Field(() => String)
  displayName!: string;

  @Field(() => String)
  groups!: string;

  @Field(() => [SsoGroupRule])
  groupRules!: GroupRule[];

  @Field(() => [SsoRoleRule], { description: 'The first that fits counts.' })
  roleRules!: RoleRule[];

  @Field(() => TenantRoleEnum, { description: 'Of who comes in for the first time, and where no rule fits.' })
  defaultRole!: RoleRule['role'];
}

@ObjectType({ description: 'An OpenID provider.' })
export class OidcSettings {
  @Field(() => String)
  issuer!: string;

  @Field(() => String)
  clientId!: string;

  @Field(() => Boolean, { description: 'Whether a client secret is kept; it is never shown.' })
  hasSecret!: boolean;

  @Field(() => [String])
  scopes!: string[];

  @Field(() => [String], { description: 'Levels of proof of which one has to be answered.' })
  acrValues!: string[];

  @Field(() => [String], { description: 'The same where a person proves again who they are.' })
  stepUpAcrValues!: string[];

  @Field(() => [String], {
    description: 'For whom access tokens of agents may be, besides Orkestra’s own addresses.',
  })
  audiences!: string[];

  @Field(() => String, { description: 'To be entered at the provider: where people come back.' })
  redirectUri!: string;

  @Field(() => String, { description: 'To be entered at the provider: where people are after a sign-out.' })
  postLogoutRedirectUri!: string;

  @Field(() => String, { description: 'To be entered at the provider: by it, it ends sessions.' })
  backchannelLogoutUri!: string;
}

// What ends in `Connection` is a page in GraphQL.
@ObjectType('SsoProvider', { description: 'A directory by which people of the workspace sign in.' })
export class SsoConnection implements Omit<Connection, 'tenantId' | 'config' | 'hasSecret'> {
  @Field(() => ID)
  id!: string;

  @Field(() => SsoConnectionKindEnum)
  kind!: ConnectionKind;

  @Field(() => String, { description: 'On the button.' })
  name!: string;

  @Field(() => Boolean)
  enabled!: boolean;

  @Field(() => Boolean, { description: 'Whether who is not in the workspace yet comes in.' })
  provisions!: boolean;

  @Field(() => Boolean, { description: 'Whether owners may come by it: an owner saved it last.' })
  admitsOwners!: boolean;

  @Field(() => SsoMapping)
  mapping!: ConnectionMapping;

  @Field(() => OidcSettings, { nullable: true })
  oidc!: OidcSettings | null;

  @Field(() => SamlSettings, { nullable: true })
  saml!: SamlSettings | null;

  @Field(() => SsoConnectionStatusEnum)
  status!: ConnectionStatus;

  @Field(() => String, { nullable: true, description: 'What went wrong last.' })
  problem!: string | null;

  @Field(() => Date, { nullable: true })
  lastUsedAt!: Date | null;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date)
  updatedAt!: Date;
}

@ObjectType({ description: 'An e-mail domain of the workspace.' })
export class SsoDomain implements Domain {
  @Field(() => ID)
  domain!: string;

  @Field(() => ID, { nullable: true, description: 'The connection that speaks for addresses there.' })
  connectionId!: string | null;

  @Field(() => String, { description: 'Where the TXT record that proves it has to be.' })
  record!: string;

  @Field(() => String, { description: 'The text of that record.' })
  proof!: string;

  @Field(() => Date, { nullable: true })
  verifiedAt!: Date | null;

  @Field(() => Date)
  createdAt!: Date;
}
