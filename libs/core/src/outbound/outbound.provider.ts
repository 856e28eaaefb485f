import { lookup as lookUp } from 'node:dns';
import {
  Agent as HttpAgent,
  type IncomingMessage,
  request as httpRequest,
  type RequestOptions,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Injectable, Optional } from '@nestjs/common';
import { Config } from '../process/config';
import { AddressRules } from './address-rules';
import { OutboundError } from './outbound.errors';

export interface OutboundRequest {
  method?: string | undefined;
  headers?: Headers | Record<string, string> | undefined;
  body?: string | URLSearchParams | Uint8Array | undefined;
  /** In milliseconds, for the whole call. */
  timeout?: number | undefined;
  /**
   * So many bytes of the answer are read, and what comes after them, or too late, is cut off: for who wants the status. Left
   * out, the whole answer must come, and in time.
   */
  answerUpTo?: number | undefined;
}

/** What looks names up; of Node unless a test has one of its own. */
export abstract class NameLookup {
  abstract lookUp: typeof lookUp;
}

const LONGEST_MS = 10_000;
const LARGEST_ANSWER = 1024 * 1024;
const WITHOUT_BODY = [204, 205, 304];

/**
 * Calls of addresses that people type in. What lies behind the firewall is not called unless the operator allows it
 * (`OUTBOUND_ALLOWED_NETWORKS`): the name is resolved once, and what it resolves to is checked and then connected to.
 * In production by https alone. Redirects are not followed.
 */
@Injectable()
export class Outbound {
  private readonly rules: AddressRules;
  private readonly needsTls: boolean;
  private readonly agents: { 'http:': HttpAgent; 'https:': HttpsAgent };

  constructor({ isProduction, OUTBOUND_ALLOWED_NETWORKS }: Config, @Optional() names?: NameLookup) {
    this.rules = new AddressRules(OUTBOUND_ALLOWED_NETWORKS);
    this.needsTls = isProduction;
    const lookup = checkedLookup(this.rules, names?.lookUp ?? lookUp);
    // Of its own: a connection of somebody else's was not checked.
    this.agents = {
      'http:': new HttpAgent({ lookup }),
      'https:': new HttpsAgent({ lookup }),
    };
  }

  /** @throws OutboundError */
  async fetch(address: string | URL, given: OutboundRequest = {}): Promise<Response> {
    const url = new URL(address);
    this.check(url);
    const { method = 'GET', timeout = LONGEST_MS, answerUpTo } = given;
    const headers = Object.fromEntries(new Headers(given.headers).entries());
    const body = given.body instanceof Uint8Array ? given.body : given.body?.toString();
    const signal = AbortSignal.timeout(timeout);
    const agent = this.agents[url.protocol as keyof typeof this.agents];
    try {
      return await exchange(url, { method, headers, agent, signal }, body, answerUpTo);
    } catch (error) {
      if (error instanceof OutboundError) throw error;
      const reason = signal.aborted ? `did not answer within ${timeout / 1_000} s` : reasonOf(error);
      throw new OutboundError(`${url.origin} ${reason}`, { cause: error });
    }
  }

  private check({ protocol, hostname, origin, username, password }: URL): void {
    const isWeb = protocol === 'https:' || (protocol === 'http:' && !this.needsTls);
    if (!isWeb) throw new OutboundError(`${origin} is no https address`);
    if (username !== '' || password !== '')
      throw new OutboundError(`${origin} must not have a password in it`);
    const host = hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && !this.rules.admits(host)) throw closed(host);
  }
}

function checkedLookup(rules: AddressRules, resolve: typeof lookUp): LookupFunction {
  return (name, options, done) => {
    resolve(name, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return done(error, []);
      if (!addresses.every(({ address }) => rules.admits(address))) return done(closed(name), []);
      const [first] = addresses;
      if (options.all === true || first === undefined) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}

function closed(host: string): OutboundError {
  return new OutboundError(
    `${host} lies in a private network. The operator may allow it by OUTBOUND_ALLOWED_NETWORKS`,
  );
}

function exchange(
  url: URL,
  options: RequestOptions,
  body: string | Uint8Array | undefined,
  answerUpTo: number | undefined,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    let isAnswered = false;
    const request = send(url, options, (answer) => {
      isAnswered = true;
      void read(answer, answerUpTo).then(resolve, reject);
    });
    // From the answer on, whoever reads it learns of what goes wrong.
    request.on('error', (error) => {
      if (!isAnswered) reject(error);
    });
    request.end(body);
  });
}

async function read(answer: IncomingMessage, answerUpTo: number | undefined): Promise<Response> {
  const content = answerUpTo === undefined ? await wholeOf(answer) : await beginningOf(answer, answerUpTo);
  const { statusCode: status = 500, headers } = answer;
  const entries = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
  return new Response(WITHOUT_BODY.includes(status) ? null : content, { status, headers: entries });
}

async function wholeOf(answer: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_ANSWER) {
      answer.destroy();
      throw new OutboundError('The answer is larger than 1 MiB');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function beginningOf(answer: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= most) break;
    }
  } catch {
    // It broke off, or came too slowly: the status is there.
  }
  answer.destroy();
  return Buffer.concat(chunks).subarray(0, most);
}

function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined ? 'did not answer' : `did not answer (${code})`;
}
