import { DomainError } from '@orkestra/core';
import { LONGEST_CHAIN } from './substitute-chain';

export class InvalidAbsenceError extends DomainError {
  constructor(pointer: string, message: string) {
    super('invalid', 'absence.invalid', `The absence cannot be planned: ${pointer}: ${message}`, {
      fields: [{ pointer, message }],
    });
  }
}

export class AbsenceOverlapError extends DomainError {
  constructor(other: { id: string; from: Date; until: Date }) {
    super(
      'conflict',
      'absence.overlap',
      `There is an absence from ${other.from.toISOString()} until ${other.until.toISOString()} already. ` +
        'Remove it first, or choose another time.',
      { absence: { id: other.id, from: other.from.toISOString(), until: other.until.toISOString() } },
    );
  }
}

export class AbsenceLimitError extends DomainError {
  constructor(most: number) {
    super(
      'conflict',
      'absence.too_many',
      `A person has at most ${most} absences ahead. Remove one that is not needed.`,
      { most },
    );
  }
}

export class SubstituteCircleError extends DomainError {
  constructor() {
    super(
      'conflict',
      'absence.circle',
      'With this substitute people would stand in for one another in a circle, and nobody would be there. ' +
        'Name somebody who is there at that time.',
    );
  }
}

export class SubstituteChainTooLongError extends DomainError {
  constructor() {
    super(
      'conflict',
      'absence.chain_too_long',
      `More than ${LONGEST_CHAIN} people would stand in for one another in a row. ` +
        'Name somebody who is there at that time.',
      { most: LONGEST_CHAIN },
    );
  }
}

export class AbsenceNotFoundError extends DomainError {
  constructor() {
    super('not_found', 'absence.not_found', 'There is no such absence, or it is not yours to see.');
  }
}

export class AbsenceForbiddenError extends DomainError {
  constructor() {
    super(
      'forbidden',
      'absence.forbidden',
      'A person plans their own absence, and a workspace admin that of others. Ask one of yours.',
    );
  }
}
