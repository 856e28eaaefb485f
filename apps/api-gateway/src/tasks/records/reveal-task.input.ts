import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, IsString, MaxLength } from 'class-validator';

@InputType()
export class RevealTaskInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(100)
  taskId!: string;

  @Field(() => String, {
    description: 'Where the mask stands: `/context/customer/iban` or `/result/iban`.',
  })
  @IsString()
  @MaxLength(1_000)
  path!: string;

  @Field(() => String, { nullable: true, description: 'Why, for the audit log; at most 500 characters.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}
