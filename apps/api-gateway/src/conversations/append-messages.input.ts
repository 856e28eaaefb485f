import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { LONGEST_OPERATION_ID } from '@orkestra/core';
import type { MessageRole } from '@orkestra/conversations';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { JsonScalar } from '../graphql/json.scalar';
import { MessageRoleEnum } from './conversation-enums.type';

@InputType()
class MessageUsageInput {
  @Field(() => Int)
  @IsInt()
  @Min(0)
  input!: number;

  @Field(() => Int)
  @IsInt()
  @Min(0)
  output!: number;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  model?: string | null;
}

@InputType()
class MessageInput {
  @Field(() => MessageRoleEnum, { description: 'A person who is no tenant admin speaks as `OPERATOR`.' })
  @IsIn(Object.values(MessageRoleEnum))
  role!: MessageRole;

  @Field(() => String, { nullable: true, description: 'Who speaks; a person always under their own name.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  author?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Plain text of at most 32,000 characters; may be left out where there are tool calls.',
  })
  @IsOptional()
  @IsString()
  text?: string | null;

  @Field(() => [JsonScalar], { nullable: true, description: 'Objects of at most 16 KiB together.' })
  @IsOptional()
  @IsArray()
  toolCalls?: unknown[] | null;

  @Field(() => MessageUsageInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => MessageUsageInput)
  usage?: MessageUsageInput | null;
}

@InputType()
export class AppendMessagesInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(100)
  conversationId!: string;

  @Field(() => [MessageInput], { description: '1 to 50, in the order in which they were said.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => MessageInput)
  messages!: MessageInput[];

  @Field(() => String, {
    nullable: true,
    description: 'The same id with the same messages appends them once, and is answered twice.',
  })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_OPERATION_ID)
  operationId?: string;
}
