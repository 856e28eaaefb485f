import { Field, ID, InputType } from '@nestjs/graphql';
import { MOST_DELIVERIES_REPLAYED } from '@orkestra/notifications';
import { ArrayMaxSize, ArrayMinSize, IsString, MaxLength } from 'class-validator';

@InputType()
export class ReplayNotificationDeliveriesInput {
  @Field(() => [ID], { description: `1 to ${MOST_DELIVERIES_REPLAYED}.` })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_DELIVERIES_REPLAYED)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  ids!: string[];
}
