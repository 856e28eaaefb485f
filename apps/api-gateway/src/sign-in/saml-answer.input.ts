import { IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

/** As the standard names them. */
export class SamlAnswerInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(300_000)
  SAMLResponse!: string;

  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  RelayState?: string;
}

export class SamlLandingInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  ticket!: string;
}
