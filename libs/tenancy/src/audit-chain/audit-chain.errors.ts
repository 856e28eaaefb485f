import { DomainError } from '@orkestra/core';

export class NothingSealedError extends DomainError {
  constructor() {
    super(
      'not_found',
      'audit.nothing_sealed',
      'Nothing of that time is sealed. Name another period, or wait a moment if it has just happened.',
    );
  }
}

export class AuditExportRunningError extends DomainError {
  constructor() {
    super(
      'limited',
      'audit.export_running',
      'The audit log of this workspace is being exported already. Wait until that has ended.',
      { retryAfter: 30 },
    );
  }
}
