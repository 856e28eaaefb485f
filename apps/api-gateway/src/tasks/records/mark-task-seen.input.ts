import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsString, MaxLength, Min } from 'class-validator';

@InputType()
export class MarkTaskSeenInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(100)
  taskId!: string;

  @Field(() => Int, { description: 'Of the task as it is shown; the command fails if it is another by now.' })
  @IsInt()
  @Min(1)
  revision!: number;
}
