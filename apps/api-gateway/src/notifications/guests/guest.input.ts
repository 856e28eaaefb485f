import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { GUEST_ACTIONS, GUEST_DAYS, type GuestAction } from '@orkestra/notifications';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { GuestActionEnum } from './guest.type';

@InputType()
export class InviteGuestInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(100)
  taskId!: string;

  @Field(() => String)
  @IsString()
  @MaxLength(320)
  email!: string;

  @Field(() => String, { description: 'How the history calls them; 1 to 100 characters.' })
  @IsString()
  @MaxLength(200)
  name!: string;

  @Field(() => [GuestActionEnum], { description: 'What they may do; at least one.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(GUEST_ACTIONS.length)
  @IsIn(GUEST_ACTIONS, { each: true })
  actions!: GuestAction[];

  @Field(() => Int, {
    nullable: true,
    description: `For how many days, 1 to ${GUEST_DAYS.most}; ${GUEST_DAYS.fallback} where it is left out.`,
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(GUEST_DAYS.most)
  days?: number;
}

@InputType()
export class RevokeGuestInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(100)
  guestId!: string;
}
