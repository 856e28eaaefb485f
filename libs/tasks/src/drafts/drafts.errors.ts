import { DomainError } from '@orkestra/core';

export class DraftConflictError extends DomainError {
  /** @param saved what is there now; null when there is no draft (any more) */
  constructor(saved: { version: number; savedAt: Date } | null) {
    super(
      'conflict',
      'task.draft_conflict',
      saved === null
        ? 'The draft was discarded elsewhere. Save it again with expectedVersion 0 to keep what you have.'
        : `The draft was saved elsewhere at ${saved.savedAt.toISOString()}. Read that one before you replace it.`,
      saved === null ? {} : { version: saved.version, savedAt: saved.savedAt.toISOString() },
    );
  }
}

export class InvalidDraftError extends DomainError {
  constructor(message: string, pointer = '/data') {
    super('invalid', 'task.invalid_draft', message, { fields: [{ pointer, message }] });
  }
}
