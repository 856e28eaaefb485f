import { DomainError } from '@orkestra/core';

export class WebhookEndpointNotFoundError extends DomainError {
  constructor() {
    super(
      'not_found',
      'webhooks.endpoint_not_found',
      'There is no such webhook endpoint. Somebody may have deleted it: read the list again.',
    );
  }
}

export class InvalidWebhookEndpointError extends DomainError {
  /** @param fields what is wrong where, by JSON pointers */
  constructor(fields: readonly { pointer: string; message: string }[]) {
    super(
      'invalid',
      'webhooks.invalid_endpoint',
      `This endpoint cannot be saved: ${fields.map(({ pointer, message }) => `${pointer} ${message}`).join('; ')}.`,
      { fields },
    );
  }
}

export class WebhookEndpointLimitError extends DomainError {
  constructor(most: number) {
    super(
      'limited',
      'webhooks.too_many_endpoints',
      `A workspace has at most ${most} webhook endpoints. Delete one that nobody needs any more.`,
      { most },
    );
  }
}

export class InvalidSecretOverlapError extends DomainError {
  constructor(most: number) {
    super(
      'invalid',
      'webhooks.invalid_overlap',
      `The old secret may sign for 0 to ${most} hours more. Choose a whole number between them.`,
    );
  }
}

export class WebhookSecretLimitError extends DomainError {
  constructor(most: number) {
    super(
      'limited',
      'webhooks.too_many_secrets',
      `An endpoint signs with at most ${most} secrets at once. Rotate again when an old one has ended, or without an overlap.`,
      { most },
    );
  }
}

export class WebhookTestLimitError extends DomainError {
  /** @param retryAfter seconds to wait */
  constructor(retryAfter: number) {
    super(
      'limited',
      'webhooks.too_many_tests',
      `This endpoint was tested often just now. Try again in ${retryAfter} seconds.`,
      { retryAfter },
    );
  }
}

export class WebhookDeliveryNotFoundError extends DomainError {
  constructor() {
    super(
      'not_found',
      'webhooks.delivery_not_found',
      'There is no such delivery, or it is still to be sent. Read the log again.',
    );
  }
}
