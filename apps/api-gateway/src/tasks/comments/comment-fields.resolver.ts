import { ResolveField, Resolver } from '@nestjs/graphql';
import { type CommentView, isCommentAuthor } from '@orkestra/tasks';
import { isAdmin, type TenantContext } from '@orkestra/tenancy';
import type { PeopleLoaders } from '../../people/people.loaders';
import { User } from '../../people/user.type';
import { TaskComment } from './comment.type';
import type { FieldContext } from '../../graphql/graphql-context';

@Resolver(() => TaskComment)
export class CommentFieldsResolver {
  @ResolveField(() => [User], { description: 'The people whom the text speaks to.' })
  async mentions(
    comment: CommentView,
    _args: unknown,
    { loaders }: FieldContext<PeopleLoaders>,
  ): Promise<User[]> {
    const users = await Promise.all(comment.mentions.map((id) => loaders.users.load(id)));
    return users.filter((user) => user !== null);
  }

  @ResolveField(() => Boolean)
  viewerMayEdit(comment: CommentView, _args: unknown, { ctx }: FieldContext): boolean {
    return comment.text !== null && mayWrite(ctx) && isCommentAuthor(ctx, comment);
  }

  @ResolveField(() => Boolean)
  viewerMayDelete(comment: CommentView, _args: unknown, { ctx }: FieldContext): boolean {
    return comment.text !== null && mayWrite(ctx) && (isCommentAuthor(ctx, comment) || isAdmin(ctx));
  }
}

function mayWrite({ scopes }: TenantContext): boolean {
  return scopes.includes('tasks:write');
}
