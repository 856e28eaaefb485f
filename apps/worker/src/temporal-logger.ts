import type { Logger } from '@orkestra/core';
import {
  type Logger as TemporalLoggerContract,
  type LogLevel,
  type LogMetadata,
  Runtime,
} from '@temporalio/worker';

const METHODS: Record<LogLevel, 'debug' | 'info' | 'warn' | 'error'> = {
  TRACE: 'debug',
  DEBUG: 'debug',
  INFO: 'info',
  WARN: 'warn',
  ERROR: 'error',
};

/** What Temporal's worker and the workflows' own `ctx.log` say, in the log of this process. */
export class TemporalLogger implements TemporalLoggerContract {
  constructor(private readonly logger: Logger) {}

  log(level: LogLevel, message: string, metadata: LogMetadata = {}): void {
    // `jobs` and `start` hold the payloads of workflows and activities, encoded past any redaction by name.
    const { error, jobs: _jobs, start: _start, ...fields } = metadata;
    this.logger[METHODS[level]](error === undefined ? fields : { ...fields, err: error as unknown }, message);
  }

  trace(message: string, fields?: LogMetadata): void {
    this.log('TRACE', message, fields);
  }

  debug(message: string, fields?: LogMetadata): void {
    this.log('DEBUG', message, fields);
  }

  info(message: string, fields?: LogMetadata): void {
    this.log('INFO', message, fields);
  }

  warn(message: string, fields?: LogMetadata): void {
    this.log('WARN', message, fields);
  }

  error(message: string, fields?: LogMetadata): void {
    this.log('ERROR', message, fields);
  }
}

let installed = false;

/** Once per process. Signals belong to Nest's shutdown hooks, or a process that serves HTTP would not end. */
export function installRuntime(logger: Logger): void {
  if (installed) return;
  installed = true;
  Runtime.install({
    shutdownSignals: [],
    logger: new TemporalLogger(logger.child('temporal')),
    telemetryOptions: { logging: { filter: { core: 'WARN', other: 'ERROR' }, forward: {} } },
  });
}
