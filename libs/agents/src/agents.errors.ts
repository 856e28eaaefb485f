/** Nobody has decided until the deadline. The same calls may be asked about again: the request stays open. */
export class ApprovalPendingError extends Error {
  override readonly name = 'ApprovalPendingError';

  constructor(
    /** The task in which people find the request. */
    readonly taskId: string | null,
  ) {
    super('Nobody has decided yet whether this may be done. It was not done.');
  }
}

/** Orkestra does not take the request; to ask again in the same way will not help. */
export class ApprovalRefusedError extends Error {
  override readonly name = 'ApprovalRefusedError';

  constructor(
    message: string,
    /** `UNAUTHENTICATED`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`, … */
    readonly code: string,
  ) {
    super(message);
  }
}

/** The call must not run: it was denied, or it is not the one that was allowed. */
export class NotAllowedError extends Error {
  override readonly name = 'NotAllowedError';
}
