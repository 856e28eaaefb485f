import { Field, ID, InputType } from '@nestjs/graphql';
import type { GroupRole } from '@orkestra/tenancy';
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
import { GroupRoleEnum } from '../people/person.type';

@InputType()
export class CreateGroupInput {
  @Field(() => String, { description: 'Small letters, digits and hyphens, a letter first; it stays.' })
  @IsString()
  @MaxLength(63)
  key!: string;

  @Field(() => String)
  @IsString()
  @MaxLength(200)
  name!: string;
}

@InputType({ isAbstract: true })
abstract class NamedGroupInput {
  @Field(() => String, { description: 'Key or id.' })
  @IsString()
  @MaxLength(200)
  group!: string;
}

@InputType()
export class RenameGroupInput extends NamedGroupInput {
  @Field(() => String)
  @IsString()
  @MaxLength(200)
  name!: string;
}

@InputType()
export class GroupMemberInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(100)
  personId!: string;

  @Field(() => GroupRoleEnum, { defaultValue: GroupRoleEnum.MEMBER })
  @IsIn(Object.values(GroupRoleEnum))
  role!: GroupRole;
}

@InputType({ description: 'At most 200 people at once.' })
export class ChangeGroupMembersInput extends NamedGroupInput {
  @Field(() => [GroupMemberInput], { nullable: true, description: 'Who is in it afterwards, and as what.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => GroupMemberInput)
  put?: GroupMemberInput[];

  @Field(() => [ID], { nullable: true, description: 'Who is no longer in it.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  remove?: string[];
}

@InputType()
export class DeleteGroupInput extends NamedGroupInput {
  @Field(() => String, {
    nullable: true,
    description: 'Key or id of the group that gets its open tasks; refused without one where there are any.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  moveTasksTo?: string;
}
