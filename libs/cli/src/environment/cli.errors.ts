/** Why the command ends before its work began: one clear line on stderr and an exit code. */
export class StartRefusedError extends Error {
  constructor(
    message: string,
    /** 2 for what the caller has to change (arguments, key), 1 for the rest. */
    readonly exitCode: 1 | 2,
  ) {
    super(message);
  }
}

/** The arguments are not understood; the usage is printed with it. */
export class UsageError extends Error {
  readonly exitCode = 2;
}
