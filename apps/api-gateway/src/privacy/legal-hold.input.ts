import { Field, ID, InputType } from '@nestjs/graphql';
import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';

@InputType()
export class LegalHoldFilterInput {
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  taskId?: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether it has not been released.' })
  @IsOptional()
  @IsBoolean()
  inForce?: boolean;
}

@InputType()
export class PlaceLegalHoldInput {
  @Field(() => ID, { nullable: true, description: 'Left out for the whole workspace.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  taskId?: string;

  @Field(() => String, { description: 'Why, in 1 to 1,000 characters.' })
  @IsString()
  @MaxLength(1_000)
  reason!: string;
}

@InputType()
export class ReleaseLegalHoldInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(100)
  legalHoldId!: string;
}
