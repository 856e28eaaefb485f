/** Why a stdio server does not start: one clear line on stderr and an exit code. */
export class StartRefusedError extends Error {
  constructor(
    message: string,
    /** 2 for a missing or wrong key, 1 for the rest. */
    readonly exitCode: 1 | 2,
  ) {
    super(message);
  }
}
