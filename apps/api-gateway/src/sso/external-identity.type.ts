import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { ExternalIdentity as Identity } from '@orkestra/tenancy';
import { IsString, MaxLength } from 'class-validator';

@ObjectType({ description: 'An account of a directory by which somebody comes in.' })
export class ExternalIdentity implements Identity {
  @Field(() => ID)
  connectionId!: string;

  @Field(() => String)
  connectionName!: string;

  @Field(() => String, { description: 'What the directory calls them.' })
  subject!: string;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date)
  lastSignInAt!: Date;
}

@InputType()
export class UnlinkExternalIdentityInput {
  @Field(() => String, { description: 'E-mail address or id.' })
  @IsString()
  @MaxLength(320)
  user!: string;

  @Field(() => ID)
  @IsString()
  @MaxLength(100)
  connectionId!: string;
}

@ObjectType()
export class UnlinkExternalIdentityPayload {
  @Field(() => Int, { description: 'How many sessions have ended.' })
  ended!: number;
}
