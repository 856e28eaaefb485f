import { DomainError } from '@orkestra/core';

export class NoEvidenceKeyError extends DomainError {
  constructor() {
    super(
      'unavailable',
      'evidence.no_key',
      'This installation signs no evidence yet. Its operator has to set EVIDENCE_KEY.',
    );
  }
}
