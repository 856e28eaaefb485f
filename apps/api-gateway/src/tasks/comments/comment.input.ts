import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { LONGEST_OPERATION_ID } from '@orkestra/core';
import { LONGEST_COMMENT } from '@orkestra/tasks';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';

@InputType({ isAbstract: true })
abstract class CommentContentInput {
  @Field(() => String, { description: 'Plain text of 1 to 10,000 characters.' })
  @IsString()
  @MaxLength(LONGEST_COMMENT)
  text!: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of the users whom the text speaks to; each must be able to see the task. At most 50.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  mentions?: string[];
}

@InputType()
export class AddTaskCommentInput extends CommentContentInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(100)
  taskId!: string;

  @Field(() => String, { nullable: true, description: 'The same id twice is one comment, answered twice.' })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_OPERATION_ID)
  operationId?: string;
}

@InputType()
export class EditTaskCommentInput extends CommentContentInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(100)
  commentId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The edit fails if the comment has another version by now.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  expectedVersion?: number;
}

@InputType()
export class DeleteTaskCommentInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(100)
  commentId!: string;
}
