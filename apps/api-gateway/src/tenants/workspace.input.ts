import { Field, InputType } from '@nestjs/graphql';
import { LARGEST_LOGO, type WorkspaceChanges } from '@orkestra/tenancy';
import { IsBase64, IsOptional, IsString, MaxLength } from 'class-validator';

@InputType({ description: 'What is left out stays as it is; null is for none.' })
export class UpdateWorkspaceInput implements WorkspaceChanges {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  name?: string;

  @Field(() => String, { nullable: true, description: 'A language tag such as `de` or `en-GB`.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  locale?: string | null;

  @Field(() => String, { nullable: true, description: 'Such as `Europe/Berlin`.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  timeZone?: string | null;

  @Field(() => String, { nullable: true, description: 'Such as `#0f766e`.' })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  accentColor?: string | null;
}

@InputType()
export class SetWorkspaceLogoInput {
  @Field(() => String, {
    nullable: true,
    description: 'A picture in PNG, JPEG or WebP of at most 64 KiB, in Base64; left out for none.',
  })
  @IsOptional()
  @IsBase64()
  @MaxLength(LARGEST_LOGO * 2)
  image?: string | null;
}

@InputType()
export class RequestWorkspaceDeletionInput {
  @Field(() => String, { description: 'Of the workspace, as the person types it.' })
  @IsString()
  @MaxLength(100)
  slug!: string;
}

@InputType()
export class ConfirmWorkspaceDeletionInput {
  @Field(() => String, { description: 'Of the workspace, as the person types it.' })
  @IsString()
  @MaxLength(100)
  slug!: string;

  @Field(() => String, { description: 'The code that the request was answered with.' })
  @IsString()
  @MaxLength(100)
  code!: string;
}
