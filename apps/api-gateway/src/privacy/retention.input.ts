import { Field, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsOptional } from 'class-validator';

@InputType({ description: '1 to 3,650 days each. What is left out stays as it is; null is for never.' })
export class SetRetentionInput {
  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  tasks?: number | null;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  conversations?: number | null;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  executions?: number | null;
}
