import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';

@InputType()
export class DisconnectNotificationAddressInput {
  @Field(() => ID)
  @IsUUID()
  id!: string;
}

@InputType()
export class StartNotificationConnectInput {
  @Field(() => String, { description: 'The name of the channel.' })
  @IsString()
  @MaxLength(40)
  channel!: string;

  @Field(() => String, {
    nullable: true,
    description: 'For `RECEIVE_CODE`: the account that the code is sent to, as people write it.',
  })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  account?: string | null;
}

@InputType()
export class FinishNotificationConnectInput {
  @Field(() => String, { description: 'The name of the channel.' })
  @IsString()
  @MaxLength(40)
  channel!: string;

  @Field(() => String, { description: 'As it was sent to the account.' })
  @IsString()
  @MaxLength(40)
  code!: string;
}
