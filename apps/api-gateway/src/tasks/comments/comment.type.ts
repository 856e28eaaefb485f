import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { CommentVersionView, CommentView } from '@orkestra/tasks';
import { PageInfo } from '../../graphql/page-info.type';
import { Actor } from '../../people/actor.type';

type Shown = 'id' | 'author' | 'text' | 'version' | 'createdAt' | 'editedAt' | 'deletedAt' | 'deletedBy';

/** What needs another look-up is in `comment-fields.resolver.ts`. */
@ObjectType({ description: 'What somebody said about a task.' })
export class TaskComment implements Pick<CommentView, Shown> {
  @Field(() => ID)
  id!: string;

  @Field(() => Actor)
  author!: Actor;

  @Field(() => String, { nullable: true, description: 'Plain text; null once the comment is deleted.' })
  text!: string | null;

  @Field(() => Int, {
    description: '1 as written, one more with each edit; pass it as `expectedVersion`.',
  })
  version!: number;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { nullable: true })
  editedAt!: Date | null;

  @Field(() => Date, { nullable: true })
  deletedAt!: Date | null;

  @Field(() => Actor, { nullable: true })
  deletedBy!: Actor | null;
}

@ObjectType()
export class TaskCommentEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => TaskComment)
  node!: TaskComment;
}

@ObjectType()
export class TaskCommentConnection {
  @Field(() => [TaskCommentEdge])
  edges!: TaskCommentEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ObjectType({ description: 'A text that a comment had before.' })
export class TaskCommentVersion implements Pick<CommentVersionView, 'version' | 'text' | 'writtenAt'> {
  @Field(() => Int)
  version!: number;

  @Field(() => String)
  text!: string;

  @Field(() => Date)
  writtenAt!: Date;
}

@ObjectType()
export class TaskCommentVersionEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => TaskCommentVersion)
  node!: TaskCommentVersion;
}

@ObjectType()
export class TaskCommentVersionConnection {
  @Field(() => [TaskCommentVersionEdge])
  edges!: TaskCommentVersionEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}
