import { Field, ID, InputType } from '@nestjs/graphql';
import { MOST_REPLAYED } from '@orkestra/tasks';
import { ArrayMaxSize, ArrayMinSize, IsString, MaxLength } from 'class-validator';

@InputType()
export class ReplayDeadLettersInput {
  @Field(() => [ID], { description: `1 to ${MOST_REPLAYED}.` })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_REPLAYED)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  ids!: string[];
}
