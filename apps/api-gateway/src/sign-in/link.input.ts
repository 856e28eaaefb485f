import { IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

export class AskForLinkInput {
  /** The workspace's short name. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  tenant!: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(320)
  email!: string;
}

export class LookAtLinkInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  token!: string;
}

export class UseLinkInput extends LookAtLinkInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(1_024)
  password!: string;

  /** For an invitation. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  displayName?: string;
}
