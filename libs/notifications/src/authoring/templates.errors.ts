import { DomainError, type FieldError } from '@orkestra/core';
import type { TemplateProblem } from '../templates/template-engine';

export class InvalidTemplateError extends DomainError {
  constructor(fields: FieldError[]) {
    const [first] = fields;
    super(
      'invalid',
      'notifications.invalid_template',
      `This template cannot be used: ${(first?.pointer ?? '').slice(1)} ${first?.message ?? ''}`.trim(),
      { fields },
    );
  }

  static of({ field, said, line }: TemplateProblem): InvalidTemplateError {
    const place = line === null ? '' : `line ${line}: `;
    return new InvalidTemplateError([{ pointer: `/${field}`, message: `${place}${said}` }]);
  }
}

export class TemplateNotFoundError extends DomainError {
  constructor() {
    super(
      'not_found',
      'notifications.template_not_found',
      'The workspace has no such template of its own. Read the list again.',
    );
  }
}

export class NothingToUndoError extends DomainError {
  constructor() {
    super(
      'conflict',
      'notifications.nothing_to_undo',
      'The template has not been changed since it was made. Reset it to have the built-in one again.',
    );
  }
}

export class TestNotSentError extends DomainError {
  constructor(problem: string) {
    super(
      'unavailable',
      'notifications.test_not_sent',
      `The test could not be sent: ${problem} Check how the channel is set up and try again.`,
      { problem },
    );
  }
}
