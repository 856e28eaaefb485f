import { lookup as lookUp } from 'node:dns';
import {
  Agent as HttpAgent,
  type IncomingMessage,
  request as httpRequest,
  type RequestOptions,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Config } from '../process/config';
import { AddressRules } from './address-rules';
import { OutboundError } from './outbound.errors';

export interface OutboundRequest {
  method?: string | undefined;
  headers?: Headers | Record<string, string> | undefined;
  body?: string | URLSearchParams | Uint8Array | undefined;
  /** In milliseconds, for the whole call. */
  timeout?: number | undefined;
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

  constructor({ isProduction, OUTBOUND_ALLOWED_NETWORKS }: Config) {
    this.rules = new AddressRules(OUTBOUND_ALLOWED_NETWORKS);
    this.needsTls = isProduction;
    const lookup = checkedLookup(this.rules);
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
    const { method = 'GET', timeout = LONGEST_MS } = given;
    const headers = Object.fromEntries(new Headers(given.headers).entries());
    const body = given.body instanceof Uint8Array ? given.body : given.body?.toString();
    const signal = AbortSignal.timeout(timeout);
    const agent = this.agents[url.protocol as keyof typeof this.agents];
    try {
      return await exchange(url, { method, headers, agent, signal }, body);
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

function checkedLookup(rules: AddressRules): LookupFunction {
  return (name, options, done) => {
    lookUp(name, { ...options, all: true }, (error, addresses) => {
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

function exchange(url: URL, options: RequestOptions, body: string | Uint8Array | undefined): Promise<Response> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const request = send(url, options, (answer) => void read(answer).then(resolve, reject));
    request.on('error', reject);
    request.end(body);
  });
}

async function read(answer: IncomingMessage): Promise<Response> {
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
  const { statusCode: status = 500, headers } = answer;
  const entries = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
  const content = WITHOUT_BODY.includes(status) ? null : Buffer.concat(chunks);
  return new Response(content, { status, headers: entries });
}

function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined ? 'did not answer' : `did not answer (${code})`;
}
