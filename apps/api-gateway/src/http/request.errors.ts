import { DomainError, type FieldError, NUMBER_MESSAGE } from '@orkestra/core';

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

/** A number that no JavaScript number gives back; nothing of the request was done. */
export class InexactNumberError extends DomainError {
  /** @param pointer where it stands in what was sent */
  constructor(pointer: string) {
    super(
      'invalid',
      'request.inexact_number',
      `The request holds a number that cannot be kept. ${pointer}: ${NUMBER_MESSAGE}`,
      { fields: [{ pointer, message: NUMBER_MESSAGE }] },
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
