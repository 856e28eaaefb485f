import { Field, ID, InputType } from '@nestjs/graphql';
import type { GroupRole, TenantRole } from '@orkestra/tenancy';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { GroupRoleEnum, TenantRoleEnum } from '../people/person.type';

@InputType()
export class SsoGroupRuleInput {
  @Field(() => String, { description: 'A group as the directory calls it.' })
  @IsString()
  @MaxLength(500)
  from!: string;

  @Field(() => String, { description: 'Key of a group of the workspace.' })
  @IsString()
  @MaxLength(63)
  group!: string;

  @Field(() => GroupRoleEnum, { defaultValue: GroupRoleEnum.MEMBER })
  @IsIn(Object.values(GroupRoleEnum))
  role!: GroupRole;
}

@InputType()
export class SsoRoleRuleInput {
  @Field(() => String, { description: 'A group as the directory calls it.' })
  @IsString()
  @MaxLength(500)
  from!: string;

  @Field(() => TenantRoleEnum, { description: 'All but OWNER: owners make owners.' })
  @IsIn(Object.values(TenantRoleEnum))
  role!: TenantRole;
}

@InputType({
  description: 'Names of claims, or paths such as `realm_access.roles`; what is left out is as usual.',
})
export class SsoMappingInput {
  @Field(() => String, { nullable: true, description: 'By default `email`.' })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  email?: string;

  @Field(() => String, { nullable: true, description: 'By default `name`.' })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  displayName?: string;

  @Field(() => String, { nullable: true, description: 'By default `groups`.' })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  groups?: string;

  @Field(() => [SsoGroupRuleInput], { defaultValue: [] })
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => SsoGroupRuleInput)
  groupRules!: SsoGroupRuleInput[];

  @Field(() => [SsoRoleRuleInput], { defaultValue: [], description: 'The first that fits counts.' })
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => SsoRoleRuleInput)
  roleRules!: SsoRoleRuleInput[];

  @Field(() => TenantRoleEnum, { nullable: true, description: 'By default OPERATOR; all but OWNER.' })
  @IsOptional()
  @IsIn(Object.values(TenantRoleEnum))
  defaultRole?: TenantRole;
}

@InputType()
export class OidcSettingsInput {
  @Field(() => String, { description: 'As the provider spells it, such as `https://login.example.com`.' })
  @IsString()
  @MaxLength(500)
  issuer!: string;

  @Field(() => String)
  @IsString()
  @MaxLength(200)
  clientId!: string;

  @Field(() => [String], { nullable: true, description: 'By default `openid profile email`.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  scopes?: string[];

  @Field(() => [String], { nullable: true, description: 'Levels of proof of which one has to be answered.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  acrValues?: string[];

  @Field(() => [String], {
    nullable: true,
    description: 'The same where a person proves again who they are.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  stepUpAcrValues?: string[];

  @Field(() => [String], {
    nullable: true,
    description:
      'For whom access tokens of agents may be, besides Orkestra’s own addresses; never the client id.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  audiences?: string[];
}

@InputType()
export class CreateOidcConnectionInput {
  @Field(() => String, { description: 'On the button; at most 60 characters.' })
  @IsString()
  @MaxLength(200)
  name!: string;

  @Field(() => OidcSettingsInput)
  @ValidateNested()
  @Type(() => OidcSettingsInput)
  oidc!: OidcSettingsInput;

  @Field(() => String, { nullable: true, description: 'Left out for a public client.' })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  clientSecret?: string;

  @Field(() => SsoMappingInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => SsoMappingInput)
  mapping?: SsoMappingInput;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether who is not in the workspace yet comes in.',
  })
  @IsBoolean()
  provisions!: boolean;
}

@InputType({ description: 'What is left out stays as it is.' })
export class UpdateOidcConnectionInput {
  @Field(() => ID)
  @IsString()
  connectionId!: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  name?: string;

  @Field(() => OidcSettingsInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => OidcSettingsInput)
  oidc?: OidcSettingsInput;

  @Field(() => String, { nullable: true, description: 'Empty to take it away.' })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  clientSecret?: string;

  @Field(() => SsoMappingInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => SsoMappingInput)
  mapping?: SsoMappingInput;

  @Field(() => Boolean, { nullable: true })
  @IsOptional()
  @IsBoolean()
  provisions?: boolean;
}

@InputType()
export class SetSsoConnectionEnabledInput {
  @Field(() => ID)
  @IsString()
  connectionId!: string;

  @Field(() => Boolean)
  @IsBoolean()
  enabled!: boolean;
}

@InputType()
export class SsoConnectionInput {
  @Field(() => ID)
  @IsString()
  connectionId!: string;
}

@InputType()
export class SsoDomainInput {
  @Field(() => String, { description: 'Such as `example.com`.' })
  @IsString()
  @MaxLength(300)
  domain!: string;
}

@InputType()
export class BindSsoDomainInput extends SsoDomainInput {
  @Field(() => ID, { nullable: true, description: 'The connection that speaks for it; none where left out.' })
  @IsOptional()
  @IsString()
  connectionId?: string;
}
