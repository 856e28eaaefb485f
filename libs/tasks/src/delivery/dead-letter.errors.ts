import { DomainError } from '@orkestra/core';

export class DeadLetterNotFoundError extends DomainError {
  constructor(id: string) {
    super(
      'not_found',
      'dead_letter.not_found',
      'There is no such dead delivery. It may have been revived meanwhile: list them again.',
      { id },
    );
  }
}

export class InvalidReplayError extends DomainError {
  constructor(most: number) {
    super('invalid', 'dead_letter.invalid_replay', `Name 1 to ${most} dead deliveries, each by its id.`, {
      most,
    });
  }
}
