import { Injectable } from '@nestjs/common';
import { Config, Outbound } from '@orkestra/core';
import webPush from 'web-push';
import type { ChannelAddress } from '../addresses/address';
import { type ChannelMessage, NotificationChannel, type SendResult } from '../channels/notification-channel';
import { PushKeyStore, type PushKeys } from './push-keys.service';
import { PUSH } from './push-name';
import { MOST_PAYLOAD_BYTES, payloadOf, topicOf, urgencyOf } from './push-payload';
import { problemWith, subscriptionIn } from './push-subscription';
import { type Answer, answerOf, unanswered } from './push-answer';
import { ReachedBefore } from '../channels/reached-before';

/** Who opens the browser later than this finds it in the app. */
const KEPT_SECONDS = 24 * 3_600;
const TIMEOUT_MS = 10_000;

/** Web push: to browsers and phones, encrypted for each of them, by way of the push service of whoever made it. */
@Injectable()
export class PushChannel extends NotificationChannel {
  readonly name = PUSH;
  override readonly addressed = true;
  readonly defaultDelaySeconds = 60;
  private readonly reached = new ReachedBefore();

  constructor(
    private readonly config: Config,
    private readonly keyStore: PushKeyStore,
    private readonly outbound: Outbound,
  ) {
    super();
  }

  get enabled(): boolean {
    return this.config.PUSH_CONTACT !== undefined;
  }

  async send(message: ChannelMessage): Promise<SendResult> {
    const keys = await this.keyStore.keys();
    const payload = JSON.stringify(payloadOf(message));
    if (Buffer.byteLength(payload) > MOST_PAYLOAD_BYTES)
      return { outcome: 'dead', problem: 'It is too large.' };
    const left = message.addresses.filter(({ id }) => !this.reached.has(message.id, id));
    const answers = await Promise.all(left.map((address) => this.push(message, payload, address, keys)));
    left.forEach(({ id }, index) => {
      if (answers[index]?.kind === 'taken') this.reached.add(message.id, id);
    });
    return this.resultOf(message, left, answers);
  }

  private async push(
    message: ChannelMessage,
    payload: string,
    { id, details }: ChannelAddress,
    keys: PushKeys,
  ): Promise<Answer> {
    const device = subscriptionIn(details);
    // A browser takes nothing that is signed with another key than the one it has subscribed with.
    if (details['publicKey'] !== keys.publicKey) return { kind: 'gone', problem: 'The keys have changed.' };
    const problem = problemWith(device, this.config.PUSH_SERVICES);
    if (problem !== null) return { kind: 'gone', problem };
    const { endpoint, headers, body } = webPush.generateRequestDetails(
      { endpoint: device.endpoint, keys: { p256dh: device.p256dh, auth: device.auth } },
      payload,
      {
        vapidDetails: { subject: this.config.PUSH_CONTACT ?? '', ...keys },
        TTL: KEPT_SECONDS,
        urgency: urgencyOf(message),
        topic: topicOf(message, id),
      },
    );
    const given = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    try {
      const request = { method: 'POST', headers: given, body, timeout: TIMEOUT_MS };
      return answerOf(await this.outbound.fetch(endpoint, request));
    } catch (error) {
      return unanswered(error);
    }
  }

  /** Tried again as long as one device may still be reached; those that were are left in peace. */
  private resultOf(
    { addresses }: ChannelMessage,
    left: readonly ChannelAddress[],
    answers: readonly Answer[],
  ): SendResult {
    const later = answers.filter((answer) => answer.kind === 'later');
    const problem = answers.map((answer) => answer.problem).find((text) => text !== '') ?? '';
    if (later.length > 0) {
      const afterMs = Math.max(...later.map((answer) => answer.afterMs ?? 0));
      return { outcome: 'retry', problem: later[0]?.problem ?? problem, afterMs: afterMs || undefined };
    }
    const gone = left.filter((_, index) => answers[index]?.kind === 'gone').map(({ id }) => id);
    const isSent = answers.some(({ kind }) => kind === 'taken') || left.length < addresses.length;
    return isSent ? { outcome: 'sent', gone } : { outcome: 'dead', problem, gone };
  }
}
