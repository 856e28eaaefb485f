import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

export class GuestLinkInput {
  /** Of the link in the invitation. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  token!: string;
}
