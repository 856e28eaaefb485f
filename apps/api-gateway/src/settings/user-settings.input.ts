import { Field, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, IsString, MaxLength } from 'class-validator';

@InputType({ isAbstract: true })
abstract class UserInput {
  @Field(() => String, { description: 'E-mail address or id.' })
  @IsString()
  @MaxLength(200)
  user!: string;
}

@InputType()
export class SetUserSkillsInput extends UserInput {
  @Field(() => [String], { description: 'At most 50, in the place of all earlier ones.' })
  @IsArray()
  @ArrayMaxSize(1_000)
  @IsString({ each: true })
  skills!: string[];
}

@InputType()
export class SetUserCapacityInput extends UserInput {
  @Field(() => Int, { nullable: true, description: '0 to 10,000; left out for any number.' })
  @IsOptional()
  @IsInt()
  capacity?: number;
}
