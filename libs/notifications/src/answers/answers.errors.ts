import { DomainError } from '@orkestra/core';

export class NothingShownError extends DomainError {
  constructor() {
    super(
      'conflict',
      'answers.nothing_shown',
      'It is not known what was shown when this was decided. Open the task and decide there.',
    );
  }
}
