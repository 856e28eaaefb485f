import { DomainError } from '@orkestra/core';

export class InvalidLinkError extends DomainError {
  constructor() {
    super(
      'invalid',
      'link.invalid',
      'The link does not work: it was used already, has expired, or another one took its place. Ask for a new one.',
    );
  }
}
