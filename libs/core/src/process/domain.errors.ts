/** Why a request failed, in the terms each edge maps to its own protocol. */
export type ErrorKind =
  'invalid' | 'unauthenticated' | 'forbidden' | 'not_found' | 'conflict' | 'limited' | 'unavailable';

export type ErrorDetails = Readonly<Record<string, unknown>>;

/**
 * The only error that leaves a lib. Sub-classes stand beside their feature.
 * The message tells a person what happened and what to do next; `details` is for programs.
 */
export abstract class DomainError extends Error {
  protected constructor(
    readonly kind: ErrorKind,
    /** Stable, dotted, e.g. `task.already_claimed`. */
    readonly code: string,
    message: string,
    readonly details: ErrorDetails = {},
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** One wrong field of an input, addressed by JSON pointer. */
export interface FieldError {
  pointer: string;
  message: string;
}
