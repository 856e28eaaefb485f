import { Injectable } from '@nestjs/common';
import { Clock, DomainError, Outbound, OutboundError } from '@orkestra/core';
import { SecretBox } from '@orkestra/tenancy';
import { Webhook } from 'standardwebhooks';
import { bodyOf, type WebhookData } from './webhook-data';
import { retryAfterOf, type WebhookTry } from './webhook-outcome';
import { type WebhookTarget, webhookSecretPlace } from './webhook-target.queries';

/** So much of an answer is kept. */
const KEPT_OF_ANSWER = 4_096;

export interface WebhookMessage {
  id: string;
  type: string;
  at: Date;
  data: WebhookData;
}

/** Sends one event to one endpoint, once, signed as Standard Webhooks has it. */
@Injectable()
export class WebhookSender {
  /** For the whole call; tests that let it hang have less patience. */
  timeoutMs = 10_000;

  constructor(
    private readonly outbound: Outbound,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  /** Whatever goes wrong is told by the answer. */
  async send(target: WebhookTarget, message: WebhookMessage): Promise<WebhookTry> {
    const at = this.clock.now();
    const started = performance.now();
    const came = await this.call(target, message, at);
    return { at, url: target.url, durationMs: Math.round(performance.now() - started), ...came };
  }

  private async call(
    target: WebhookTarget,
    message: WebhookMessage,
    at: Date,
  ): Promise<Pick<WebhookTry, 'status' | 'body' | 'problem' | 'retryAfterMs'>> {
    try {
      const body = JSON.stringify(bodyOf(message));
      const headers = this.headersOf(target, message.id, body, at);
      const options = { method: 'POST', headers, body, timeout: this.timeoutMs, answerUpTo: KEPT_OF_ANSWER };
      const answer = await this.outbound.fetch(target.url, options);
      const { status } = answer;
      const text = (await answer.text()).replaceAll('\0', '');
      const retryAfterMs = retryAfterOf(answer.headers.get('retry-after'), at);
      return { status, body: text, problem: problemOf(status), retryAfterMs };
    } catch (error) {
      if (!(error instanceof OutboundError || error instanceof DomainError)) throw error;
      return { status: null, body: null, problem: error.message };
    }
  }

  private headersOf(target: WebhookTarget, id: string, body: string, at: Date): Record<string, string> {
    const place = webhookSecretPlace(target);
    const signatures = target.secrets.map((sealed) =>
      new Webhook(this.box.open(sealed, place)).sign(id, at, body),
    );
    return {
      'content-type': 'application/json',
      'user-agent': 'Orkestra-Webhooks/1',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': signatures.join(' '),
    };
  }
}

function problemOf(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  if (status === 410) return 'It answered 410: it wants no more.';
  if (status >= 300 && status < 400)
    return `It answered ${status}. Redirects are not followed: enter the address that it leads to.`;
  return `It answered ${status}.`;
}
