import { CommandError } from '../command-line/command.errors';
import { EXIT } from '../command-line/exit-code';
import { isObject, type Json, type JsonObject } from '../command-line/exact-json';

/** The gateway did not answer. */
export class UnreachableError extends CommandError {
  constructor(
    message: string,
    /** Whether the request may have arrived. */
    readonly when: 'before' | 'sent',
    readonly retryAfterSeconds?: number,
  ) {
    super(EXIT.failed, 'unavailable', message);
  }
}

const EXITS: Readonly<Record<string, number>> = {
  BAD_USER_INPUT: EXIT.usage,
  GRAPHQL_VALIDATION_FAILED: EXIT.usage,
  UNAUTHENTICATED: EXIT.usage,
  FORBIDDEN: EXIT.refused,
  NOT_FOUND: EXIT.notFound,
  CONFLICT: EXIT.refused,
  RATE_LIMITED: EXIT.refused,
};

/** The first error of an answer, as the command ends with it. */
export function refusalOf(error: Json, retryAfterSeconds?: number): CommandError {
  const { message, extensions } = (isObject(error) ? error : {}) as {
    message?: string;
    extensions?: JsonObject;
  };
  const { code, reason, details, correlationId } = extensions ?? {};
  const kind = text(code) || 'INTERNAL_SERVER_ERROR';
  const words = String(message ?? 'The gateway answered with an error.');
  const named = typeof reason === 'string' ? reason : kind.toLowerCase();
  if (kind === 'UNAVAILABLE') return new UnreachableError(words, 'sent', retryAfterSeconds);
  if (kind === 'RATE_LIMITED') return limited(words, named, retryAfterSeconds);
  if (kind === 'UNAUTHENTICATED') return new CommandError(EXIT.usage, named, `${words} ${KEY_HINT}`);
  const exit = EXITS[kind];
  if (exit === undefined)
    return new CommandError(EXIT.failed, named, `${words} (correlation id ${text(correlationId)})`);
  return new CommandError(exit, named, words, fieldsOf(details));
}

/** An answer that a proxy or the gateway gave before GraphQL was reached, as problem+json of RFC 9457 where it is some. */
export function problemOf(status: number, body: Json, retryAfterSeconds?: number): CommandError {
  const { detail, title } = (isObject(body) ? body : {}) as { detail?: Json; title?: Json };
  const words = text(detail) || text(title) || `The gateway answers ${status}.`;
  if (status === 429) return limited(words, 'limits.too_many_requests', retryAfterSeconds);
  if (status >= 500) return new UnreachableError(words, 'sent', retryAfterSeconds);
  if (status === 401) return new CommandError(EXIT.usage, 'auth', `${words} ${KEY_HINT}`);
  return new CommandError(status === 403 ? EXIT.refused : EXIT.usage, `http_${status}`, words);
}

const KEY_HINT =
  'Set ORKESTRA_API_KEY to a key that works: orkestra keys create, or API keys in the admin app.';

function limited(words: string, code: string, seconds: number | undefined): CommandError {
  const wait = seconds === undefined ? '' : ` Wait ${seconds} s.`;
  return new CommandError(EXIT.refused, code, `${words}${wait}`);
}

/** What is wrong with each field, by its place. */
function fieldsOf(details: Json): string[] {
  const { fields } = (isObject(details) ? details : {}) as { fields?: Json };
  if (!Array.isArray(fields)) return [];
  return fields.filter(isObject).map(({ pointer, message }) => `  ${text(pointer) || '/'}: ${text(message)}`);
}

function text(value: Json): string {
  return typeof value === 'string' ? value : '';
}
