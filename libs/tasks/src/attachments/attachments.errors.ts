import { DomainError } from '@orkestra/core';

export class AttachmentTooLargeError extends DomainError {
  constructor(limit: number) {
    super(
      'invalid',
      'task.attachment_too_large',
      `A file may have ${limit} bytes (${limit / 1024 / 1024} MB) at most. Attach a smaller one.`,
      { limit },
    );
  }
}

export class TooManyAttachmentsError extends DomainError {
  constructor(limit: number) {
    super(
      'conflict',
      'task.too_many_attachments',
      `A task holds at most ${limit} attachments. Delete one first.`,
      { limit },
    );
  }
}

export class NotAttachmentOwnerError extends DomainError {
  constructor(uploadedBy: { id: string; displayName: string }) {
    super(
      'forbidden',
      'task.not_attachment_owner',
      `Only ${uploadedBy.displayName}, who attached the file, or a tenant admin may delete it.`,
      { uploadedBy },
    );
  }
}

export class UnknownAttachmentError extends DomainError {
  /** @param ids that are no attachments of the task */
  constructor(ids: readonly string[]) {
    super(
      'invalid',
      'task.unknown_attachment',
      `No such attachment of this task: ${ids.join(', ')}. Attach the file to the task first, then send its id.`,
      { ids },
    );
  }
}

export class AttachmentStorageError extends DomainError {
  constructor(doing: 'stored' | 'read' | 'removed', cause: unknown) {
    super(
      'unavailable',
      'task.attachment_storage',
      `The file could not be ${doing}: the storage of attachments does not answer as it should. Try again later.`,
      {},
      { cause },
    );
  }
}
