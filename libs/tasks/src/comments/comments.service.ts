import { Injectable } from '@nestjs/common';
import { Clock, digest, Ids, type Page, type PageRequest, TenantDatabase } from '@orkestra/core';
import { isAdmin, requireScope, type TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { TaskCommands } from '../commands/task-commands.service';
import type { TaskView } from '../task/task-view';
import { TaskNotFoundError } from '../task/task.errors';
import { checkMentions, checkText, distinctMentions } from './comment-content';
import { type CommentChange, recordComment } from './comment-event';
import { readComments, readVersions } from './comment.queries';
import {
  commentOfOperation,
  type CommentRow,
  countComments,
  eraseText,
  findComment,
  insertComment,
  replaceText,
} from './comment.store';
import type { CommentVersionView, CommentView, EditedComment, NewComment } from './comment-view';
import {
  CommentVersionConflictError,
  NotCommentAuthorError,
  TooManyCommentsError,
  TooManyEditsError,
} from './comments.errors';
import { RefusedError } from '../task/refused.errors';

const MOST_COMMENTS = 1_000;
const MOST_EDITS = 50;

type Apply = (em: EntityManager, task: TaskView, before: CommentView) => Promise<CommentView>;

/**
 * What people and programs say about a task, open or closed. A comment leaves the task's revision as it is; the
 * history tells that there was one, by digest, and never what it said.
 */
@Injectable()
export class CommentsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly commands: TaskCommands,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws TaskNotFoundError, InvalidCommentError, UnknownUserError, MentionCannotSeeTaskError, TooManyCommentsError */
  async add(ctx: TenantContext, { taskId, operationId, ...given }: NewComment): Promise<CommentView> {
    requireScope(ctx, 'tasks:write', taskId);
    const text = checkText(given.text);
    const mentions = distinctMentions(given.mentions ?? []);
    const request = digest({ taskId, text, mentions });
    const { task, comment, added } = await this.database.run(ctx, async (em) => {
      const task = await this.commands.read(em, ctx, taskId);
      const earlier = await repeatOf(em, ctx, operationId, request);
      if (earlier !== undefined) return { task, comment: earlier, added: false };
      await checkMentions(em, task, mentions);
      const count = await countComments(em, ctx, taskId, MOST_COMMENTS);
      if (count >= MOST_COMMENTS) throw new TooManyCommentsError(MOST_COMMENTS);
      const id = this.ids.next();
      const row = { id, taskId, text, mentions, operationId, request, at: this.clock.now() };
      const comment = await insertComment(em, ctx, row);
      if (comment === undefined) return { task, comment: await this.twinOf(em, ctx, row), added: false };
      await this.record(em, ctx, task, { kind: 'comment_added', before: null, after: comment });
      return { task, comment, added: true };
    });
    if (added) this.commands.tell(task, 'commented');
    return comment;
  }

  /**
   * Replaces the text of the principal's own comment; the earlier text stays readable.
   * @throws `task.comment_not_found`, NotCommentAuthorError, `task.comment_deleted`, CommentVersionConflictError
   */
  async edit(
    ctx: TenantContext,
    { commentId, expectedVersion, ...given }: EditedComment,
  ): Promise<CommentView> {
    const text = checkText(given.text);
    const mentions = distinctMentions(given.mentions ?? []);
    return this.change(ctx, commentId, 'comment_edited', async (em, task, before) => {
      if (!isCommentAuthor(ctx, before)) throw new NotCommentAuthorError(before.author, 'edit');
      if (before.text === null) throw new RefusedError('task.comment_deleted');
      if (expectedVersion !== undefined && expectedVersion !== before.version) {
        throw new CommentVersionConflictError(expectedVersion, before.version);
      }
      const added = mentions.filter((id) => !before.mentions.includes(id));
      const sameMentions = added.length === 0 && mentions.length === before.mentions.length;
      if (before.text === text && sameMentions) return before;
      if (before.version > MOST_EDITS) throw new TooManyEditsError(MOST_EDITS);
      await checkMentions(em, task, added);
      return replaceText(em, ctx, commentId, { text, mentions, at: this.clock.now() });
    });
  }

  /**
   * Takes a comment and its earlier texts away for good; what stays says who wrote one, and who deleted it when.
   * One that is deleted already is answered as it is.
   * @throws `task.comment_not_found`, NotCommentAuthorError unless its author or a tenant admin does it
   */
  async remove(ctx: TenantContext, commentId: string): Promise<CommentView> {
    return this.change(ctx, commentId, 'comment_deleted', async (em, _task, before) => {
      const allowed = isCommentAuthor(ctx, before) || isAdmin(ctx);
      if (!allowed) throw new NotCommentAuthorError(before.author, 'delete');
      return before.text === null ? before : eraseText(em, ctx, commentId, this.clock.now());
    });
  }

  /**
   * A page of the comments of each task, newest first; made for batching.
   * @param taskIds of tasks that the caller has read through `TasksService`, which decides who sees them
   */
  async list(
    ctx: TenantContext,
    taskIds: readonly string[],
    page: PageRequest,
  ): Promise<Map<string, Page<CommentView>>> {
    requireScope(ctx, 'tasks:read');
    return readComments(this.database.reader(ctx), ctx, taskIds, page);
  }

  /** The earlier texts of a comment, newest first. @throws `task.comment_not_found` */
  async history(ctx: TenantContext, commentId: string, page: PageRequest): Promise<Page<CommentVersionView>> {
    requireScope(ctx, 'tasks:read');
    return this.database.run(ctx, async (em) => {
      await this.read(em, ctx, commentId);
      return readVersions(em, ctx, commentId, page);
    });
  }

  private async change(
    ctx: TenantContext,
    commentId: string,
    kind: CommentChange['kind'],
    apply: Apply,
  ): Promise<CommentView> {
    requireScope(ctx, 'tasks:write');
    const { task, before, after } = await this.database.run(ctx, async (em) => {
      const { task, comment } = await this.read(em, ctx, commentId, 'FOR UPDATE');
      const after = await apply(em, task, comment);
      if (after !== comment) await this.record(em, ctx, task, { kind, before: comment, after });
      return { task, before: comment, after };
    });
    if (after !== before) this.commands.tell(task, 'commented');
    return after;
  }

  /** Who may not see the task does not learn that it has a comment. */
  private async read(em: EntityManager, ctx: TenantContext, commentId: string, lock: '' | 'FOR UPDATE' = '') {
    const comment = await findComment(em, ctx, commentId, lock);
    if (comment === undefined) throw new RefusedError('task.comment_not_found');
    try {
      return { comment, task: await this.commands.read(em, ctx, comment.taskId) };
    } catch (error) {
      throw error instanceof TaskNotFoundError ? new RefusedError('task.comment_not_found') : error;
    }
  }

  private record(
    em: EntityManager,
    ctx: TenantContext,
    task: TaskView,
    change: CommentChange,
  ): Promise<void> {
    return recordComment(em, ctx, task, change, { clock: this.clock, ids: this.ids });
  }

  /** A concurrent request with the same operation was quicker. */
  private async twinOf(em: EntityManager, ctx: TenantContext, row: CommentRow): Promise<CommentView> {
    const twin = await repeatOf(em, ctx, row.operationId, row.request);
    if (twin === undefined) throw new RefusedError('task.operation_conflict');
    return twin;
  }
}

/** Whether the principal wrote the comment. */
export function isCommentAuthor({ principal }: TenantContext, { author }: CommentView): boolean {
  return author.kind === principal.kind && author.id === principal.id;
}

/** What the same operation of the principal made before. @throws `task.operation_conflict` when it asked for something else */
async function repeatOf(
  em: EntityManager,
  ctx: TenantContext,
  operationId: string | undefined,
  request: Buffer,
): Promise<CommentView | undefined> {
  if (operationId === undefined) return undefined;
  const earlier = await commentOfOperation(em, ctx, operationId);
  if (earlier !== undefined && !earlier.request.equals(request))
    throw new RefusedError('task.operation_conflict');
  return earlier?.comment;
}
