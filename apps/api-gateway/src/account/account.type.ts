import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { AccountView, PasskeyView } from '@orkestra/tenancy';
import { JsonScalar } from '../graphql/json.scalar';

@ObjectType({ description: 'A passkey of the viewer: it lets them in alone, or after the password.' })
export class Passkey implements PasskeyView {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Boolean, { description: 'Whether it lives in more than one device.' })
  backedUp!: boolean;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { nullable: true })
  lastUsedAt!: Date | null;
}

@ObjectType({ description: 'How the viewer signs in.' })
export class Account implements AccountView {
  @Field(() => Boolean)
  hasPassword!: boolean;

  @Field(() => Date, { nullable: true, description: 'Since when codes of an app are asked for.' })
  totpSince!: Date | null;

  @Field(() => [Passkey])
  passkeys!: Passkey[];

  @Field(() => Int)
  recoveryCodesLeft!: number;
}

@ObjectType()
export class AccountPayload {
  @Field(() => Account)
  account!: Account;
}

@ObjectType()
export class BeginTotpPayload {
  @Field(() => String, { description: 'In base32, for who types it.' })
  secret!: string;

  @Field(() => String, { description: 'For a QR code.' })
  uri!: string;
}

@ObjectType()
export class FactorAddedPayload {
  @Field(() => Account)
  account!: Account;

  @Field(() => [String], {
    nullable: true,
    description: 'Shown this once; null where the viewer had a second factor, and so has codes, already.',
  })
  recoveryCodes!: string[] | null;
}

@ObjectType()
export class RecoveryCodesPayload {
  @Field(() => Account)
  account!: Account;

  @Field(() => [String], { description: 'Shown this once; earlier ones no longer work.' })
  recoveryCodes!: string[];
}

@ObjectType()
export class BeginPasskeyPayload {
  @Field(() => String)
  ticket!: string;

  @Field(() => JsonScalar, { description: 'For `navigator.credentials.create()`.' })
  options!: unknown;
}

@ObjectType()
export class PasswordLinkPayload {
  @Field(() => String, { description: 'Shown this once. It works once.' })
  url!: string;

  @Field(() => Date)
  expiresAt!: Date;
}

@ObjectType()
export class ResetFactorsPayload {
  @Field(() => String)
  user!: string;
}
