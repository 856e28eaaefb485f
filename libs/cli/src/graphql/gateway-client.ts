import { setTimeout as sleep } from 'node:timers/promises';
import { CommandError } from '../command-line/command.errors';
import type { Json, JsonObject } from '../command-line/exact-json';
import { EXIT } from '../command-line/exit-code';
import { backOffMs } from '../environment/back-off';
import type { Caller, Person } from './caller';
import { problemOf, refusalOf, UnreachableError } from './graphql.errors';
import { objectOf, post } from './request';

const ATTEMPTS = 5;
const LONGEST_WAIT_S = 60;

/** Asks the api-gateway, as a program by its key or as a person who signs in for as long as the command runs. */
export class GatewayClient {
  private headers: Readonly<Record<string, string>>;

  constructor(
    private readonly caller: Caller,
    private readonly timeoutMs: number,
  ) {
    this.headers = caller.key === undefined ? {} : { authorization: `Bearer ${caller.key}` };
  }

  /** Of the admin app. */
  get origin(): string {
    return this.caller.url.origin;
  }

  /** Signs a person of the demo in and out around `work`. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    if (this.caller.person !== undefined) await this.signIn(this.caller.person);
    try {
      return await work();
    } finally {
      if (this.caller.person !== undefined) await this.rest('sign-out', {}).catch(() => undefined);
    }
  }

  /** Reads; what fails for a moment is tried again. @throws CommandError */
  async read(query: string, variables: JsonObject = {}): Promise<JsonObject> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.send(query, variables);
      } catch (error) {
        const wait = waitBefore(error, attempt);
        if (wait === undefined) throw error;
        await sleep(wait);
      }
    }
  }

  /**
   * Changes something, once: it is not tried again by itself.
   * @param again what to type to repeat the command without doing it twice
   * @throws CommandError
   */
  async change(mutation: string, input: JsonObject, again: string): Promise<JsonObject> {
    try {
      return await this.send(mutation, { input });
    } catch (error) {
      if (!(error instanceof UnreachableError) || error.when === 'before') throw error;
      const advice = `It is not known whether it was done. ${again}`;
      throw new CommandError(EXIT.failed, 'unknown_outcome', `${error.message} ${advice}`);
    }
  }

  private async send(query: string, variables: JsonObject): Promise<JsonObject> {
    const { status, body, retryAfterSeconds } = await post(
      this.caller.url,
      this.headers,
      { query, variables },
      this.timeoutMs,
    );
    const { data, errors } = objectOf(body);
    if (Array.isArray(errors) && errors.length > 0) throw refusalOf(errors[0], retryAfterSeconds);
    if (status >= 400) throw problemOf(status, body, retryAfterSeconds);
    return objectOf(data);
  }

  private async signIn({ tenant, email, password }: Person): Promise<void> {
    const response = await this.rest('sign-in', { tenant, email, password });
    if (!response.ok)
      throw new CommandError(EXIT.refused, 'sign_in', `${email} could not sign in (${response.status}).`);
    const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
    this.headers = { cookie: cookies.join('; ') };
  }

  private rest(name: string, body: Json): Promise<Response> {
    const url = new URL(`/api/v1/auth/${name}`, this.caller.url);
    return fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(this.timeoutMs),
    });
  }
}

/** How long to wait before a read is tried again; undefined where that would not help. */
function waitBefore(error: unknown, attempt: number): number | undefined {
  if (!(error instanceof UnreachableError) || attempt + 1 >= ATTEMPTS) return undefined;
  const { retryAfterSeconds: asked } = error;
  if (asked !== undefined && asked > LONGEST_WAIT_S) return undefined;
  return asked === undefined ? backOffMs(attempt) : asked * 1_000;
}
