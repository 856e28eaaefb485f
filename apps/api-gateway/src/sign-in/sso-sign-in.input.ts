import { IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

/** One of both. */
export class FindDoorsInput {
  @IsOptional()
  @IsString()
  @MaxLength(320)
  email?: string;

  /** The workspace's short name. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  tenant?: string;
}

export class StartSsoInput {
  /** Path of the admin app where the person goes on. */
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  returnTo?: string;

  @IsOptional()
  @IsString()
  @MaxLength(320)
  email?: string;
}

/** As the standard names it. */
export class BackchannelLogoutInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(20_000)
  logout_token!: string;
}
