import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import type { GroupRole, PersonStatus, TenantRole } from '@orkestra/tenancy';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { GroupRoleEnum, PersonStatusEnum, TenantRoleEnum } from './person.type';

@InputType({ description: 'All that is given has to fit.' })
export class PeopleFilterInput {
  @Field(() => PersonStatusEnum, { nullable: true })
  @IsOptional()
  @IsIn(Object.values(PersonStatusEnum))
  status?: PersonStatus;

  @Field(() => TenantRoleEnum, { nullable: true })
  @IsOptional()
  @IsIn(Object.values(TenantRoleEnum))
  role?: TenantRole;

  @Field(() => String, { nullable: true, description: 'Key or id of a group.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  group?: string;

  @Field(() => String, { nullable: true, description: 'A part of the name or e-mail address.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  text?: string;
}

@InputType()
export class GroupPlaceInput {
  @Field(() => String, { description: 'Key or id.' })
  @IsString()
  @MaxLength(200)
  group!: string;

  @Field(() => GroupRoleEnum, { defaultValue: GroupRoleEnum.MEMBER })
  @IsIn(Object.values(GroupRoleEnum))
  role!: GroupRole;
}

const InvitationWayEnum = { MAIL: 'mail', LINK: 'link' } as const;

registerEnumType(InvitationWayEnum, {
  name: 'InvitationWay',
  description: 'How an invitation reaches somebody.',
});

@InputType()
export class InvitePersonInput {
  @Field(() => String)
  @IsString()
  @MaxLength(300)
  email!: string;

  @Field(() => String, { nullable: true, description: 'Until they say themselves how they are called.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  displayName?: string;

  @Field(() => TenantRoleEnum, { defaultValue: TenantRoleEnum.OPERATOR })
  @IsIn(Object.values(TenantRoleEnum))
  role!: TenantRole;

  @Field(() => [GroupPlaceInput], { nullable: true, description: 'At most 100.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => GroupPlaceInput)
  groups?: GroupPlaceInput[];

  @Field(() => InvitationWayEnum, {
    defaultValue: InvitationWayEnum.MAIL,
    description: 'By mail where mail is set up; else, and for LINK, the answer has the link.',
  })
  @IsIn(Object.values(InvitationWayEnum))
  by!: 'mail' | 'link';
}

@InputType({ isAbstract: true })
abstract class PersonInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(100)
  personId!: string;
}

@InputType()
export class RevokeInvitationInput extends PersonInput {}

@InputType()
export class DeactivatePersonInput extends PersonInput {}

@InputType()
export class ReactivatePersonInput extends PersonInput {}

@InputType()
export class ChangePersonRoleInput extends PersonInput {
  @Field(() => TenantRoleEnum)
  @IsIn(Object.values(TenantRoleEnum))
  role!: TenantRole;
}

@InputType()
export class SetPersonGroupsInput extends PersonInput {
  @Field(() => [GroupPlaceInput], { description: 'In the place of those that they are in; at most 100.' })
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => GroupPlaceInput)
  groups!: GroupPlaceInput[];
}
