import { CommandError } from '../command-line/command.errors';
import { EXIT } from '../command-line/exit-code';
import { isObject, type Json, type JsonObject, readExactly, writeExactly } from '../command-line/exact-json';
import { UnreachableError } from './graphql.errors';

export interface HttpAnswer {
  readonly status: number;
  readonly retryAfterSeconds: number | undefined;
  readonly body: Json;
}

/** One POST to the api-gateway. @throws UnreachableError, CommandError when something else answers */
export async function post(
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: Json,
  timeoutMs: number,
): Promise<HttpAnswer> {
  const { response, text } = await sent(url, headers, body, timeoutMs);
  if (response.status >= 300 && response.status < 400) throw elsewhere(url, response.headers.get('location'));
  if (response.status === 404) throw notTheGateway(url, 'there is no GraphQL');
  const wait = Number(response.headers.get('retry-after'));
  const retryAfterSeconds = wait > 0 ? wait : undefined;
  try {
    return { status: response.status, retryAfterSeconds, body: readExactly(text) };
  } catch {
    if (response.status >= 500)
      throw new UnreachableError(`${url.origin} answers ${response.status}.`, 'sent');
    throw notTheGateway(url, `the answer (${response.status}) is no JSON`);
  }
}

async function sent(url: URL, headers: Readonly<Record<string, string>>, body: Json, timeoutMs: number) {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: writeExactly(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { response, text: await response.text() };
  } catch (error) {
    throw unreachable(url, error, timeoutMs);
  }
}

function unreachable(url: URL, error: unknown, timeoutMs: number): UnreachableError {
  const { name, message, cause } = error as Error;
  if (name === 'TimeoutError')
    return new UnreachableError(`${url.origin} did not answer within ${timeoutMs / 1_000} s.`, 'sent');
  const code = (cause as NodeJS.ErrnoException | undefined)?.code;
  const isBefore = code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN';
  const why = code ?? (cause instanceof Error ? cause.message : message);
  return new UnreachableError(
    `${url.origin} can't be reached (${why}). Look whether it runs: orkestra doctor`,
    isBefore ? 'before' : 'sent',
  );
}

function elsewhere(url: URL, location: string | null): CommandError {
  const where =
    location !== null && URL.canParse(location, url.href) ? new URL(location, url).origin : 'elsewhere';
  return new CommandError(
    EXIT.usage,
    'settings',
    `${url.origin} leads to ${where}. Set ORKESTRA_URL to the address where the api-gateway answers itself.`,
  );
}

function notTheGateway(url: URL, why: string): CommandError {
  return new CommandError(
    EXIT.usage,
    'settings',
    `${url.href}: ${why}. ORKESTRA_URL must lead to the api-gateway (of npm start: http://127.0.0.1:4000).`,
  );
}

export function objectOf(value: Json): JsonObject {
  return isObject(value) ? value : {};
}

export function listOf(value: Json): JsonObject[] {
  return Array.isArray(value) ? value.map(objectOf) : [];
}
