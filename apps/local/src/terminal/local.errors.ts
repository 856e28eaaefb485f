/** A problem whose message tells the person at the terminal what happened and what to do next. */
export class LocalStackError extends Error {
  /** Of the program that ends with it: 2 for what the person has to change, 1 for the rest. */
  readonly exitCode: 1 | 2 = 1;

  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'LocalStackError';
  }
}

/** A setting, or what is in its way on this machine, must be changed before a start can succeed. */
export class SettingsError extends LocalStackError {
  override readonly exitCode = 2;
}

/** Another local stack owns this data folder. */
export class AlreadyRunningError extends SettingsError {
  constructor(
    readonly pid: number,
    readonly url: string | undefined,
    home: string,
  ) {
    super(
      `Orkestra is already running (process ${pid}) with the data in ${home}.` +
        (url ? `\nOpen ${url}, ` : '\nIt is still starting; wait for it, ') +
        'or stop it with Ctrl-C where it runs. For a second one set ORKESTRA_HOME and the ports.',
    );
    this.name = 'AlreadyRunningError';
  }
}

export function exitCodeOf(error: unknown): number {
  return error instanceof LocalStackError ? error.exitCode : 1;
}

/** The readable text of anything thrown; a failed connection hides its reasons in a list. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return messageOf(error.errors[0]);
  return error instanceof Error ? error.message || error.name : String(error);
}
