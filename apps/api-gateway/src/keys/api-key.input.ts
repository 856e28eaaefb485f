import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import type { ApiKeyChanges, Scope } from '@orkestra/tenancy';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDate,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';

const NETWORKS = 'Addresses and networks such as `203.0.113.7`, `10.0.0.0/8` or `2001:db8::/32`; at most 50.';
const REQUESTS = 'Left out for as many as any program may send.';
const PERSON = 'E-mail address or id of the person on whose behalf its program acts where it does not say.';

@InputType('ApiKeyFilter')
export class ApiKeyFilterInput {
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Those that were revoked or have expired, in place of those that have not; left out for all.',
  })
  @IsOptional()
  @IsBoolean()
  ended?: boolean;
}

@InputType()
export class CreateApiKeyInput {
  @Field(() => String, { description: 'What people call the key: up to 100 characters.' })
  @IsString()
  @MaxLength(100)
  name!: string;

  @Field(() => String, {
    description: 'The program that it lets in, such as `support-bot`; made if there is none of this name.',
  })
  @IsString()
  @MaxLength(100)
  principalName!: string;

  @Field(() => [String], { description: 'What the key may do; see `apiKeyScopes`.' })
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  scopes!: Scope[];

  @Field(() => Date, { nullable: true, description: 'Left out, it is valid until it is revoked.' })
  @IsOptional()
  @IsDate()
  expiresAt?: Date;

  @Field(() => [String], { nullable: true, description: `${NETWORKS} Left out for anywhere.` })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  allowedNetworks?: string[];

  @Field(() => Int, { nullable: true, description: REQUESTS })
  @IsOptional()
  @IsInt()
  requestsPerMinute?: number;

  @Field(() => String, { nullable: true, description: PERSON })
  @IsOptional()
  @IsString()
  @MaxLength(320)
  onBehalfOf?: string;
}

@InputType()
export class RotateApiKeyInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(100)
  keyId!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'How many hours the old secret works on, 0 to 720; left out for 24.',
  })
  @IsOptional()
  @IsNumber()
  overlapHours?: number;

  @Field(() => Date, {
    nullable: true,
    description: 'Of the new key; left out, it lives as long as the old one was made for.',
  })
  @IsOptional()
  @IsDate()
  expiresAt?: Date;
}

@InputType({ description: 'What the key shall be from now on; what is left out is taken away.' })
export class UpdateApiKeyInput implements ApiKeyChanges {
  @Field(() => ID)
  @IsString()
  @MaxLength(100)
  keyId!: string;

  @Field(() => String)
  @IsString()
  @MaxLength(100)
  name!: string;

  @Field(() => [String], { description: `${NETWORKS} Empty for anywhere.` })
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  allowedNetworks!: string[];

  @Field(() => Int, { nullable: true, description: REQUESTS })
  @IsOptional()
  @IsInt()
  requestsPerMinute?: number;

  @Field(() => String, { nullable: true, description: PERSON })
  @IsOptional()
  @IsString()
  @MaxLength(320)
  onBehalfOf?: string;
}

@InputType()
export class RevokeApiKeyInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(100)
  keyId!: string;
}
