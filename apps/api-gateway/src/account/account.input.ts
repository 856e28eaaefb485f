import { Field, ID, InputType } from '@nestjs/graphql';
import { IsNotEmpty, IsObject, IsOptional, IsString, MaxLength } from 'class-validator';
import { JsonScalar } from '../graphql/json.scalar';

@InputType()
export class ChangePasswordInput {
  @Field(() => String, { nullable: true, description: 'Left out by who has none yet.' })
  @IsOptional()
  @IsString()
  @MaxLength(1_024)
  currentPassword?: string;

  @Field(() => String, { description: 'At least 12 characters, and hard to guess.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(2_000)
  password!: string;
}

@InputType()
export class ProveIdentityInput {
  @Field(() => String)
  @IsString()
  @MaxLength(1_024)
  currentPassword!: string;
}

@InputType()
export class ConfirmTotpInput {
  @Field(() => String, { description: 'What the app shows.' })
  @IsString()
  @MaxLength(20)
  code!: string;
}

@InputType({ isAbstract: true })
abstract class NameInput {
  @Field(() => String, { description: 'What the viewer calls it.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name!: string;
}

@InputType()
export class AddPasskeyInput extends NameInput {
  @Field(() => String)
  @IsString()
  @MaxLength(100)
  ticket!: string;

  @Field(() => JsonScalar, { description: 'What `navigator.credentials.create()` gave.' })
  @IsObject()
  response!: object;
}

@InputType()
export class RenamePasskeyInput extends NameInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(100)
  passkeyId!: string;
}

@InputType()
export class RemovePasskeyInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(100)
  passkeyId!: string;
}

@InputType({ isAbstract: true })
abstract class UserInput {
  @Field(() => String, { description: 'E-mail address or id.' })
  @IsString()
  @MaxLength(320)
  user!: string;
}

@InputType()
export class IssuePasswordLinkInput extends UserInput {}

@InputType()
export class ResetFactorsInput extends UserInput {}
