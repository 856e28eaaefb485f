import type { Principal } from '@orkestra/tenancy';

/** Whoever did something, by the name they had then. */
export type CommentActor = Pick<Principal, 'kind' | 'id' | 'displayName'>;

export interface CommentView {
  id: string;
  taskId: string;
  author: CommentActor;
  /** Null once the comment is deleted. */
  text: string | null;
  /** Ids of the users whom the text speaks to. */
  mentions: string[];
  /** 1 as written, one more with each edit. */
  version: number;
  createdAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
  deletedBy: CommentActor | null;
}

/** A text that a comment had before. */
export interface CommentVersionView {
  version: number;
  text: string;
  mentions: string[];
  writtenAt: Date;
}

export interface NewComment {
  taskId: string;
  /** 1 to 10,000 characters. */
  text: string;
  /** Ids of users who may see the task; at most 50. */
  mentions?: readonly string[] | undefined;
  /** The same id with the same content is one comment, answered twice. */
  operationId?: string | undefined;
}

export interface EditedComment {
  commentId: string;
  text: string;
  mentions?: readonly string[] | undefined;
  /** Refuse when the comment has another version by now. */
  expectedVersion?: number | undefined;
}

/** The columns of a comment, from `task_comments c`. */
export const COMMENT_COLUMNS = `
  c.id, c.task_id AS "taskId", c.body AS text, c.mentions, c.version, c.created_at AS "createdAt",
  c.edited_at AS "editedAt", c.deleted_at AS "deletedAt",
  json_build_object('kind', c.author_kind, 'id', c.author_id, 'displayName', c.author_name) AS author,
  CASE WHEN c.deleted_at IS NOT NULL THEN
    json_build_object('kind', c.deleted_by_kind, 'id', c.deleted_by_id, 'displayName', c.deleted_by_name)
  END AS "deletedBy"`;
