import { isRecord, type Outbound } from '@orkestra/core';

/** What the Bot API says to a call. */
export type BotAnswer =
  | { ok: true; result: unknown }
  | { ok: false; status: number; description: string; retryAfterSeconds: number | undefined };

const TIMEOUT_MS = 10_000;

/** The Bot API of Telegram (core.telegram.org/bots/api). The token stands in its addresses: these go into no message. */
export class TelegramApi {
  constructor(
    private readonly outbound: Outbound,
    private readonly base: string,
    private readonly token: string,
  ) {}

  /** @param waitMs how long the server may keep the answer back. @throws OutboundError */
  async call(method: string, parameters: object = {}, waitMs = 0): Promise<BotAnswer> {
    const response = await this.outbound.fetch(`${this.base}/bot${this.token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(parameters),
      timeout: TIMEOUT_MS + waitMs,
    });
    const said: unknown = await response.json().catch(() => null);
    if (isRecord(said) && said['ok'] === true) return { ok: true, result: said['result'] };
    return { ok: false, status: response.status, ...problemIn(said) };
  }
}

function problemIn(said: unknown): { description: string; retryAfterSeconds: number | undefined } {
  if (!isRecord(said)) return { description: 'No answer of the Bot API.', retryAfterSeconds: undefined };
  const { description, parameters } = said;
  const wait = isRecord(parameters) ? parameters['retry_after'] : undefined;
  return {
    description: typeof description === 'string' ? description : 'No description.',
    retryAfterSeconds: typeof wait === 'number' ? wait : undefined,
  };
}
