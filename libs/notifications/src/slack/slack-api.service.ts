import { Injectable } from '@nestjs/common';
import { Config, Outbound } from '@orkestra/core';
import type { WebClient } from '@slack/web-api';
import { SlackFault } from './slack-fault';

const LONGEST_MS = 10_000;
/** It has no logger: whoever calls says what went wrong. */
export const SILENT = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  setName: () => undefined,
  getLevel: () => 'error',
};

type Body = Record<string, unknown>;

/** Slack's Web API, called once each time: who wants it again, tries it again. */
@Injectable()
export class SlackApi {
  constructor(
    private readonly outbound: Outbound,
    private readonly config: Config,
  ) {}

  /** @returns what Slack answers, which is `ok`. @throws SlackFault */
  async call(token: string, method: string, body: Body = {}): Promise<Body> {
    const client = await this.client(token);
    try {
      return (await client.apiCall(method, body)) as unknown as Body;
    } catch (error) {
      throw SlackFault.of(error);
    }
  }

  /** By the address that came with a click. @throws SlackFault */
  async respond(address: string, body: Body): Promise<void> {
    if (!this.isResponseAddress(address)) throw new SlackFault('foreign_response_url', false);
    const answer = await this.fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).catch((error: unknown) => {
      throw SlackFault.of(error);
    });
    if (!answer.ok) throw new SlackFault(`http_${answer.status}`, answer.status >= 500);
  }

  /** As the client of the library wants it: by the way out that is guarded. */
  readonly fetch = async (address: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const { method = 'GET', headers, body } = init;
    if (body != null && typeof body !== 'string' && !(body instanceof URLSearchParams))
      throw new TypeError('Files are not sent');
    const url = address instanceof Request ? address.url : address;
    const given = new Headers(headers);
    if (body instanceof URLSearchParams && !given.has('content-type'))
      given.set('content-type', 'application/x-www-form-urlencoded');
    return this.outbound.fetch(url, { method, headers: given, body: body ?? undefined, timeout: LONGEST_MS });
  };

  private async client(token: string): Promise<WebClient> {
    // Loaded by whoever uses it: most installations do not.
    const { WebClient: Client } = await import('@slack/web-api');
    return new Client(token, {
      slackApiUrl: this.config.SLACK_API_URL,
      fetch: this.fetch,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      timeout: LONGEST_MS,
      logger: SILENT as never,
    });
  }

  private isResponseAddress(address: string): boolean {
    if (!URL.canParse(address)) return false;
    const { origin, hostname, protocol } = new URL(address);
    const isSlack = protocol === 'https:' && hostname.endsWith('.slack.com');
    return isSlack || origin === new URL(this.config.SLACK_API_URL).origin;
  }
}
