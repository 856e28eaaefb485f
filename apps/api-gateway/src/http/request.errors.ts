import { DomainError, type FieldError } from '@orkestra/core';

/** An input whose parts do not have the right types. */
export class InvalidRequestError extends DomainError {
  constructor(fields: FieldError[]) {
    const first = fields[0];
    super(
      'invalid',
      'request.invalid',
      `The input is not right: ${first?.pointer ?? ''}: ${first?.message ?? ''}.`,
      {
        fields,
      },
    );
  }
}

export class ForeignOriginError extends DomainError {
  constructor() {
    super(
      'forbidden',
      'request.foreign_origin',
      'The request comes from a page of another site. Open Orkestra by its public URL (setting PUBLIC_URL).',
    );
  }
}

export class UnprovenOriginError extends DomainError {
  constructor() {
    super(
      'forbidden',
      'request.unproven_origin',
      'With a cookie, a request must show where it comes from. Send the header `X-Requested-With`, or use an API key.',
    );
  }
}

export class RequestTimeoutError extends DomainError {
  constructor() {
    super('unavailable', 'request.timeout', 'The request took too long and was given up. Try again.');
  }
}
