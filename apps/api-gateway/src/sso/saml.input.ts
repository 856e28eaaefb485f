import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { SamlConfig, SamlSettings } from '@orkestra/tenancy';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { SsoMappingInput } from './sso.input';
import { SamlNameIdFormatEnum, SamlSignedEnum } from './saml-settings.type';

@InputType({ description: 'Metadata of an identity provider: its text, or where it is.' })
export class SamlMetadataInput {
  @Field(() => String, { nullable: true, description: 'The XML itself.' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000_000)
  metadataXml?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Read at once, not later; addresses within are closed.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  metadataUrl?: string;
}

@InputType({
  description:
    'An identity provider by its metadata, or by `entityId`, `ssoUrl` and `certificates`. What is left out stays as it is, or as usual.',
})
export class SamlSettingsInput extends SamlMetadataInput implements SamlSettings {
  @Field(() => String, { nullable: true, description: 'What the provider calls itself.' })
  @IsOptional()
  @IsString()
  @MaxLength(1_024)
  entityId?: string;

  @Field(() => String, { nullable: true, description: 'Where people are sent, by HTTP-Redirect.' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  ssoUrl?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where they sign out, by HTTP-Redirect; null for nowhere.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  sloUrl?: string | null;

  @Field(() => [String], { nullable: true, description: 'By which it signs, as PEM: 1 to 5 that count.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(5)
  @IsString({ each: true })
  @MaxLength(20_000, { each: true })
  certificates?: string[];

  @Field(() => SamlSignedEnum, { nullable: true, description: 'By default ASSERTION.' })
  @IsOptional()
  @IsIn(Object.values(SamlSignedEnum))
  signed?: SamlConfig['signed'];

  @Field(() => Boolean, { nullable: true, description: 'Whether assertions in the clear are refused.' })
  @IsOptional()
  @IsBoolean()
  encrypted?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Whether what people are sent with is signed.' })
  @IsOptional()
  @IsBoolean()
  signsRequests?: boolean;

  @Field(() => SamlNameIdFormatEnum, { nullable: true, description: 'By default PERSISTENT.' })
  @IsOptional()
  @IsIn(Object.values(SamlNameIdFormatEnum))
  nameIdFormat?: SamlConfig['nameIdFormat'];

  @Field(() => String, {
    nullable: true,
    description: 'Attribute by which a person is known for good; null for the NameID.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  subjectAttribute?: string | null;

  @Field(() => [String], { nullable: true, description: 'Classes of proof of which one has to be answered.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  authnContexts?: string[];

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether sign-ins may begin at the provider: anybody could then be signed in as somebody else.',
  })
  @IsOptional()
  @IsBoolean()
  idpInitiated?: boolean;

  @Field(() => Int, { nullable: true, description: 'In seconds, 0 to 300: how far its clock may be off.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(300)
  clockSkewSeconds?: number;
}

@InputType()
export class CreateSamlConnectionInput {
  @Field(() => String, { description: 'On the button; at most 60 characters.' })
  @IsString()
  @MaxLength(200)
  name!: string;

  @Field(() => SamlSettingsInput)
  @ValidateNested()
  @Type(() => SamlSettingsInput)
  saml!: SamlSettingsInput;

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
export class UpdateSamlConnectionInput {
  @Field(() => ID)
  @IsString()
  connectionId!: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  name?: string;

  @Field(() => SamlSettingsInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => SamlSettingsInput)
  saml?: SamlSettingsInput;

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
