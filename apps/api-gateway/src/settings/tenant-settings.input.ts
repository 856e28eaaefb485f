import { Field, Float, InputType } from '@nestjs/graphql';
import { IsNumber, IsOptional } from 'class-validator';

@InputType()
export class SetDefaultTimeToLiveInput {
  @Field(() => Float, { nullable: true, description: 'A minute to five years; left out for 30 days.' })
  @IsOptional()
  @IsNumber()
  milliseconds?: number;
}
