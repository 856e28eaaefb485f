import { DomainError } from '@orkestra/core';
import type { TenantLimit } from './tenant-limits';

const SUSPENDED =
  'The workspace is suspended. Nothing in it is lost. Ask whoever runs this installation to resume it.';

export class TenantSuspendedError extends DomainError {
  constructor() {
    super('forbidden', 'tenant.suspended', SUSPENDED);
  }
}

/** For work that comes by itself, such as from a workflow: it is tried again until the tenant is resumed. */
export class TenantWaitsError extends DomainError {
  constructor() {
    super('unavailable', 'tenant.suspended', SUSPENDED, { retryAfter: 30 });
  }
}

export class TenantDeletingError extends DomainError {
  constructor() {
    super(
      'forbidden',
      'tenant.deleting',
      'The workspace is about to be deleted and takes no new work. One of its owners can still take that back.',
    );
  }
}

const LIMIT_WORDS: Record<TenantLimit, string> = {
  openTasks: 'open tasks',
  people: 'active people',
  requestsPerMinute: 'requests a minute',
  payloadBytes: 'bytes in what a task or workflow is given',
};

export class TenantLimitError extends DomainError {
  /** @param use what there would be, or is; unknown for what is only counted up to the limit */
  constructor(name: TenantLimit, limit: number, use: number, retryAfter?: number) {
    super(
      name === 'payloadBytes' ? 'invalid' : 'limited',
      `tenant.limit_${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`,
      `The workspace may have ${limit} ${LIMIT_WORDS[name]}, and this would be ${use}. ${WHAT_NEXT[name]}`,
      { limit: name, most: limit, use, ...(retryAfter === undefined ? {} : { retryAfter }) },
    );
  }
}

const WHAT_NEXT: Record<TenantLimit, string> = {
  openTasks: 'Decide or cancel some first, or ask whoever runs this installation for more.',
  people: 'Deactivate somebody first, or ask whoever runs this installation for more.',
  requestsPerMinute: 'Wait a moment and ask less often.',
  payloadBytes: 'Keep large data elsewhere, and hand on where it lies.',
};

export class UnknownTenantError extends DomainError {
  constructor() {
    super('not_found', 'tenant.unknown', 'There is no such workspace. Look at its slug or id again.');
  }
}

export class TenantStatusError extends DomainError {
  constructor(action: string, status: string) {
    super(
      'conflict',
      'tenant.wrong_status',
      `The workspace is ${status}, so it cannot be ${action}. Look at its present state.`,
      { status },
    );
  }
}

export class DeletionNotConfirmedError extends DomainError {
  constructor() {
    super(
      'invalid',
      'tenant.deletion_not_confirmed',
      'The slug or the code does not belong to a deletion that you asked for in the last 15 minutes. Ask for it again.',
    );
  }
}

export class InvalidWorkspaceError extends DomainError {
  constructor(pointer: string, message: string) {
    super('invalid', 'tenant.invalid_setting', `The setting cannot be used: ${pointer}: ${message}`, {
      fields: [{ pointer, message }],
    });
  }
}

export class ExportRunningError extends DomainError {
  constructor() {
    super(
      'limited',
      'tenant.export_running',
      'An export of this workspace is under way. Wait until it has ended, or break it off.',
      { retryAfter: 30 },
    );
  }
}
