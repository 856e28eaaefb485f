import { Field, InputType } from '@nestjs/graphql';
import { withoutNulls } from '@orkestra/core';
import type { TaskTarget } from '@orkestra/tasks';
import { IsOptional, IsString, MaxLength } from 'class-validator';

@InputType({ description: 'Who gets a task: a user or a group, one of the two.' })
export class TaskTargetInput {
  @Field(() => String, { nullable: true, description: 'E-mail address or id of a user.' })
  @IsOptional()
  @IsString()
  @MaxLength(320)
  user?: string | null;

  @Field(() => String, { nullable: true, description: 'Key or id of a group.' })
  @IsOptional()
  @IsString()
  @MaxLength(320)
  group?: string | null;
}

/** An explicit null counts as left out. */
export function toTarget({ user, group }: TaskTargetInput): TaskTarget {
  return withoutNulls({ user, group });
}
