import type { Principal } from '@orkestra/tenancy';
import type { Readable } from 'node:stream';

/** A file beside a task, without its content. */
export interface AttachmentView {
  id: string;
  taskId: string;
  /** 1 to 255 characters, without a path. */
  name: string;
  /** What the content is, whatever the sender called it. */
  contentType: string;
  /** In bytes. */
  size: number;
  /** SHA-256 of the content, in hex. */
  digest: string;
  uploadedBy: Pick<Principal, 'kind' | 'id' | 'displayName'>;
  createdAt: Date;
}

/** A file on its way in. */
export interface IncomingFile {
  name: string | undefined;
  declaredType: string | undefined;
  /** Read once, as it arrives. */
  content: Readable;
}

/** The columns of an attachment, from `task_attachments a`. */
export const ATTACHMENT_COLUMNS = `
  a.id, a.task_id AS "taskId", a.name, a.content_type AS "contentType", a.size, encode(a.digest, 'hex') AS digest,
  json_build_object('kind', a.uploaded_by_kind, 'id', a.uploaded_by_id, 'displayName', a.uploaded_by_name)
    AS "uploadedBy", a.created_at AS "createdAt"`;
