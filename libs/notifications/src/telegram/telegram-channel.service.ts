import { Injectable } from '@nestjs/common';
import { Config, isRecord, Outbound } from '@orkestra/core';
import type { ChannelAddress } from '../addresses/address';
import { ReachedBefore } from '../channels/reached-before';
import {
  type ChannelDesk,
  type ChannelMessage,
  type CodeTarget,
  NotificationChannel,
  type SendResult,
} from '../channels/notification-channel';
import { type BotAnswer, TelegramApi } from './telegram-api';
import { type TelegramUpdate, updatesIn } from './telegram-update';
import { TelegramUnavailableError } from './telegram.errors';
import { textOf } from './telegram.words';

/** How long the server waits for something to come before it says that nothing has. */
const POLL_SECONDS = 15;
const UPDATES_AT_ONCE = 20;
const GREETING = 'Under Notifications in Orkestra you get a code. Send it here to be told here.';

/** Messages by a bot of Telegram. It asks for what people send: nothing has to be reachable from outside. */
@Injectable()
export class TelegramChannel extends NotificationChannel {
  readonly name = 'telegram';
  override readonly addressed = true;
  readonly defaultDelaySeconds = 120;
  private readonly api: TelegramApi | undefined;
  private readonly reached = new ReachedBefore();
  private userName: string | undefined;
  /** The first that is not worked through; the server hands out what lies before no more. */
  private next: number | undefined;

  constructor({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_URL: base }: Config, outbound: Outbound) {
    super();
    this.api = token === undefined ? undefined : new TelegramApi(outbound, base.replace(/\/$/, ''), token);
  }

  get enabled(): boolean {
    return this.api !== undefined;
  }

  /** @throws TelegramUnavailableError */
  override async codeTarget(code: string): Promise<CodeTarget> {
    this.userName ??= await this.readUserName();
    return {
      url: `https://t.me/${this.userName}?start=${code}`,
      instruction: `Open Telegram and press Start, or send the code to @${this.userName}.`,
    };
  }

  override async receive(desk: ChannelDesk): Promise<void> {
    const answer = await this.call('getUpdates', {
      offset: this.next,
      timeout: POLL_SECONDS,
      limit: UPDATES_AT_ONCE,
      allowed_updates: ['message', 'my_chat_member'],
    });
    if (!answer.ok) throw new TelegramUnavailableError(answer.description);
    for (const update of updatesIn(answer.result)) {
      const text = await this.replyTo(update, desk);
      if (text !== null && update.from !== null) await this.say(update.from.chatId, text);
      // Whoever dies before this reads it again: a code that was used says so.
      this.next = update.id + 1;
    }
  }

  async send(message: ChannelMessage): Promise<SendResult> {
    const [first] = message.items;
    const url = message.items.length === 1 ? first?.url : undefined;
    const text = textOf(message);
    const gone: string[] = [];
    let problem = '';
    for (const address of message.addresses) {
      if (this.reached.has(message.id, address.id)) continue;
      const answer = await this.tell(address, text, url);
      if (answer.ok) {
        this.reached.add(message.id, address.id);
        continue;
      }
      problem = `Telegram says ${answer.status}: ${answer.description}`;
      if (isGone(answer)) gone.push(address.id);
      else if (answer.status === 400) return { outcome: 'dead', problem };
      else
        return { outcome: 'retry', problem, afterMs: (answer.retryAfterSeconds ?? 0) * 1_000 || undefined };
    }
    const isSent = gone.length < message.addresses.length;
    return isSent ? { outcome: 'sent', gone } : { outcome: 'dead', problem, gone };
  }

  private async replyTo({ from, text, left }: TelegramUpdate, desk: ChannelDesk): Promise<string | null> {
    if (from === null) return null;
    const { chatId: key, isPrivate, name } = from;
    if (left) {
      await desk.release(key);
      return null;
    }
    // In a group everybody would read what one person is told.
    if (!isPrivate) return /^\/start/.test(text) ? 'Write to me in a chat of your own.' : null;
    if (/^\/stop\b/.test(text)) {
      const count = await desk.release(key);
      return count > 0 ? 'You are told nothing here any more.' : GREETING;
    }
    const code = text.replace(/^\/start\b/, '').trim();
    if (code === '') return text.startsWith('/start') ? GREETING : null;
    return (await desk.redeem(code, { key, label: name, details: { chatId: key } })).text;
  }

  private tell({ details }: ChannelAddress, text: string, url: string | undefined): Promise<BotAnswer> {
    return this.call('sendMessage', {
      chat_id: Number(details['chatId']),
      text,
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
      ...(url !== undefined && { reply_markup: { inline_keyboard: [[{ text: 'Open in Orkestra', url }]] } }),
    });
  }

  private async say(chatId: string, text: string): Promise<void> {
    // Who cannot be answered need not be: it is done all the same.
    await this.call('sendMessage', { chat_id: Number(chatId), text });
  }

  private async readUserName(): Promise<string> {
    const answer = await this.call('getMe');
    const name = answer.ok && isRecord(answer.result) ? answer.result['username'] : undefined;
    if (typeof name === 'string') return name;
    throw new TelegramUnavailableError(answer.ok ? 'The bot has no name.' : answer.description);
  }

  /** @throws TelegramUnavailableError */
  private async call(method: string, parameters: object = {}): Promise<BotAnswer> {
    if (this.api === undefined) throw new TelegramUnavailableError('TELEGRAM_BOT_TOKEN is not set.');
    const waitMs = method === 'getUpdates' ? POLL_SECONDS * 1_000 : 0;
    try {
      return await this.api.call(method, parameters, waitMs);
    } catch (error) {
      throw new TelegramUnavailableError(error instanceof Error ? `${error.message}.` : 'No answer.');
    }
  }
}

/** Blocked, deleted, or never there. */
function isGone({ status, description }: Extract<BotAnswer, { ok: false }>): boolean {
  return status === 403 || (status === 400 && /chat not found/i.test(description));
}
