import { Field, ObjectType } from '@nestjs/graphql';
import { TaskComment } from './comment.type';

@ObjectType()
export class AddTaskCommentPayload {
  @Field(() => TaskComment)
  comment!: TaskComment;
}

@ObjectType()
export class EditTaskCommentPayload {
  @Field(() => TaskComment)
  comment!: TaskComment;
}

@ObjectType()
export class DeleteTaskCommentPayload {
  @Field(() => TaskComment, { description: 'What is left of it: who wrote it, and who deleted it when.' })
  comment!: TaskComment;
}
