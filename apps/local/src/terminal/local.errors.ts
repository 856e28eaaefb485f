/** A problem whose message tells the person at the terminal what happened and what to do next. */
export class LocalStackError extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'LocalStackError';
  }
}

/** Another local stack owns this data folder. */
export class AlreadyRunningError extends LocalStackError {
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

/** The readable text of anything thrown; a failed connection hides its reasons in a list. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return messageOf(error.errors[0]);
  return error instanceof Error ? error.message || error.name : String(error);
}
