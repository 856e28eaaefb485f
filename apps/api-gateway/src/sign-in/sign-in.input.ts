import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

export class SignInInput {
  /** The workspace's short name, such as `demo`. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  tenant!: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(320)
  email!: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(1_024)
  password!: string;
}
