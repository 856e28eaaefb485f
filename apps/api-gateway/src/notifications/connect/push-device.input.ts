import { Field, InputType } from '@nestjs/graphql';
import type { PushSubscription } from '@orkestra/notifications';
import { IsString, MaxLength, MinLength } from 'class-validator';

@InputType({ description: 'What the browser hands out as its `PushSubscription`.' })
export class ConnectPushDeviceInput implements PushSubscription {
  @Field(() => String)
  @IsString()
  @MaxLength(2_000)
  endpoint!: string;

  @Field(() => String, { description: '`keys.p256dh`.' })
  @IsString()
  @MaxLength(200)
  p256dh!: string;

  @Field(() => String, { description: '`keys.auth`.' })
  @IsString()
  @MaxLength(100)
  auth!: string;

  @Field(() => String, { description: 'What the viewer knows the device by; up to 200 characters.' })
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  label!: string;
}
