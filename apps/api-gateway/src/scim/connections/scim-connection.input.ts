import { Field, Float, ID, InputType } from '@nestjs/graphql';
import type { ScimRole } from '@orkestra/tenancy';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsNumber,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { TenantRoleEnum } from '../../people/person.type';

@InputType()
export class CreateScimConnectionInput {
  @Field(() => String, { description: 'What people call the directory: up to 100 characters.' })
  @IsString()
  @MaxLength(200)
  name!: string;
}

@InputType({ isAbstract: true })
abstract class NamedScimConnectionInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(100)
  connectionId!: string;
}

@InputType()
export class UpdateScimConnectionInput extends NamedScimConnectionInput {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  name?: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether its tokens let the directory in.' })
  @IsOptional()
  @IsBoolean()
  enabled?: boolean;
}

@InputType()
export class RotateScimTokenInput extends NamedScimConnectionInput {
  @Field(() => Float, {
    nullable: true,
    description: 'How long the token in use works on: 0 to 720 hours, 24 when left out.',
  })
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(720)
  overlapHours?: number;
}

@InputType()
export class ScimRoleMappingInput {
  @Field(() => String, { description: 'As the directory calls the group; whatever its case.' })
  @IsString()
  @MaxLength(200)
  groupName!: string;

  @Field(() => TenantRoleEnum, { description: 'Any but owner.' })
  @IsIn(Object.values(TenantRoleEnum))
  role!: ScimRole;
}

@InputType()
export class SetScimRoleMappingsInput extends NamedScimConnectionInput {
  @Field(() => [ScimRoleMappingInput], { description: 'In the place of all that there are; at most 100.' })
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ScimRoleMappingInput)
  mappings!: ScimRoleMappingInput[];
}

@InputType()
export class EndScimConnectionInput extends NamedScimConnectionInput {}
