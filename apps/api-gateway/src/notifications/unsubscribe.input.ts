import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

export class UnsubscribeInput {
  /** Of the link in the mail. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(2_000)
  token!: string;
}
