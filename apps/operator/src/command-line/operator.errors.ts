import { EXIT } from './exit-code';

/** Why a command ends without an answer: one clear line on stderr and an exit code. */
export class OperatorError extends Error {
  constructor(
    readonly exitCode: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** The arguments are not understood; how the command is used is printed with it. */
export class WrongUsageError extends OperatorError {
  constructor(message: string) {
    super(EXIT.usage, 'usage', message);
  }
}

export class MissingSettingError extends OperatorError {
  constructor(names: readonly string[]) {
    super(
      EXIT.usage,
      'usage',
      `Set ${names.join(' and ')} in the environment. No command takes a URL as argument.`,
    );
  }
}

export class WrongSettingsError extends OperatorError {
  constructor(message: string) {
    super(EXIT.usage, 'usage', message);
  }
}

export class NotConfirmedError extends OperatorError {
  constructor() {
    super(EXIT.refused, 'not_confirmed', 'Nothing was changed: it was not confirmed. Programs pass --yes.');
  }
}
