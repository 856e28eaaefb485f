/** What ends a server in order. */
export const SHUTDOWN_SIGNALS: NodeJS.Signals[] = ['SIGTERM', 'SIGINT', 'SIGHUP'];

/** Takes the signal that tools send to ask something of a process, and that ends it where nobody listens. */
export function ignoreStraySignals(): void {
  process.on('SIGUSR2', () => undefined);
}
