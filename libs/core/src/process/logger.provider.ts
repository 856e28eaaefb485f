import { Injectable, type LoggerService } from '@nestjs/common';
import pino, { type Logger as PinoLogger } from 'pino';
import { DomainError } from './domain.errors';
import { currentCorrelationId } from './correlation';

export interface LoggerOptions {
  app: string;
  level: string;
}

const SENSITIVE = ['password', 'token', 'key', 'apiKey', 'authorization', 'cookie', 'secret'];
const PAYLOADS = ['data', 'context', 'input', 'result', 'spec'];
const REDACTED = [...SENSITIVE, ...PAYLOADS].flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** Structured logs. Keys, tokens, form data and context are redacted wherever they appear by name. */
@Injectable()
export class Logger implements LoggerService {
  constructor(private readonly pino: PinoLogger) {}

  static create({ app, level }: LoggerOptions): Logger {
    const options = {
      level,
      base: { app },
      redact: { paths: REDACTED, censor: '[redacted]' },
      serializers: { err: describeError },
      mixin: () => ({ correlationId: currentCorrelationId() }),
    };
    return new Logger(pino(options, pino.destination(1)));
  }

  child(name: string): Logger {
    return new Logger(this.pino.child({ component: name }));
  }

  debug(fields: unknown, message?: unknown): void {
    this.write('debug', fields, message);
  }

  info(fields: unknown, message?: unknown): void {
    this.write('info', fields, message);
  }

  /** Nest's own name for info; its framework messages arrive here as (message, context). */
  log(fields: unknown, message?: unknown): void {
    this.write('info', fields, message);
  }

  warn(fields: unknown, message?: unknown): void {
    this.write('warn', fields, message);
  }

  error(fields: unknown, message?: unknown): void {
    this.write('error', fields, message);
  }

  /** An error that ended some work: a warning where it is an outage that will pass, and otherwise a fault. */
  failure(fields: { err: unknown } & Record<string, unknown>, message: string): void {
    const passes = fields.err instanceof DomainError && fields.err.kind === 'unavailable';
    this.write(passes ? 'warn' : 'error', fields, message);
  }

  fatal(fields: unknown, message?: unknown): void {
    this.write('fatal', fields, message);
  }

  private write(level: pino.Level, fields: unknown, message: unknown): void {
    if (typeof fields === 'string') this.pino[level]({ component: message }, fields);
    else this.pino[level](fields as object, message as string);
  }
}

/** What names the fault. A failed query's error also carries its parameters and the row: they are somebody's data. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { message, stack, cause } = error;
  const { code, constraint, table } = error as { code?: unknown; constraint?: unknown; table?: unknown };
  const known = { type: error.name, message, stack, code, constraint, table };
  return cause === undefined ? known : { ...known, cause: describeError(cause) };
}
