import { EXIT } from './exit-code';

/** Why a command ends without an answer: what happened, what to do next, and an exit code. */
export class CommandError extends Error {
  constructor(
    readonly exitCode: number,
    /** Such as `task.closed`, for programs. */
    readonly code: string,
    message: string,
    /** More lines for people, such as the fields that are wrong. */
    readonly more: readonly string[] = [],
  ) {
    super(message);
  }
}

/** The arguments are not understood; how the command is used is printed with it. */
export class WrongUsageError extends CommandError {
  constructor(message: string) {
    super(EXIT.usage, 'usage', message);
  }
}
