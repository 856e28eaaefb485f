import { DomainError } from '@orkestra/core';
import type { CommentActor } from './comment-view';

export class InvalidCommentError extends DomainError {
  constructor(pointer: '/text' | '/mentions', message: string) {
    super('invalid', 'task.invalid_comment', message, { fields: [{ pointer, message }] });
  }
}

export class MentionCannotSeeTaskError extends DomainError {
  constructor(users: { id: string; displayName: string }[]) {
    const names = users.map(({ displayName }) => displayName).join(', ');
    super(
      'invalid',
      'task.mention_cannot_see',
      `${names} may not see this task. Leave the mention out, or have the task given to them first.`,
      { users },
    );
  }
}

export class NotCommentAuthorError extends DomainError {
  constructor(author: CommentActor, what: 'edit' | 'delete') {
    const message =
      what === 'edit'
        ? `Only ${author.displayName}, who wrote the comment, may edit it. Add a comment of your own.`
        : `Only ${author.displayName}, who wrote the comment, or a tenant admin may delete it.`;
    super('forbidden', 'task.not_comment_author', message, { author });
  }
}

export class CommentVersionConflictError extends DomainError {
  constructor(expected: number, actual: number) {
    super(
      'conflict',
      'task.comment_version_conflict',
      `The comment has changed: you saw version ${expected}, it is now at ${actual}. Read it again.`,
      { expected, actual },
    );
  }
}

export class TooManyCommentsError extends DomainError {
  constructor(limit: number) {
    super('conflict', 'task.too_many_comments', `A task holds at most ${limit} comments.`, { limit });
  }
}

export class TooManyEditsError extends DomainError {
  constructor(limit: number) {
    super(
      'conflict',
      'task.too_many_comment_edits',
      `A comment can be edited ${limit} times at most. Add a new one.`,
      { limit },
    );
  }
}
