import { digest } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { type ClockAndIds, insertEvent } from '../task/task-event.store';
import type { TaskView } from '../task/task-view';
import type { CommentView } from './comment-view';

export interface CommentChange {
  kind: 'comment_added' | 'comment_edited' | 'comment_deleted';
  before: CommentView | null;
  after: CommentView;
}

/** The line that a comment leaves in the task's history: digests, never the text. */
export async function recordComment(
  em: EntityManager,
  ctx: TenantContext,
  task: TaskView,
  { kind, before, after }: CommentChange,
  clockAndIds: ClockAndIds,
): Promise<void> {
  const changes = {
    commentId: { before: before?.id ?? null, after: after.id },
    textDigest: { before: digestOf(before), after: digestOf(after) },
    mentions: { before: before?.mentions ?? [], after: after.mentions },
  };
  await insertEvent(em, ctx, task, { kind, changes }, clockAndIds);
}

function digestOf(comment: CommentView | null): string | null {
  return comment === null || comment.text === null ? null : digest(comment.text).toString('hex');
}
