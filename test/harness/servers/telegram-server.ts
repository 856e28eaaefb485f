import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const BOT_TOKEN = `110201543:${'A'.repeat(35)}`;

const MOST_CHARACTERS = 4_096;
const TAGS = /<\/?(?:b|strong|i|em|u|s|code|pre)>|<a href="[^"]*">|<\/a>/g;

export interface SentMessage {
  chatId: number;
  /** As the person reads it. */
  text: string;
  button: { text: string; url: string } | undefined;
}

interface Body {
  chat_id?: unknown;
  text?: unknown;
  parse_mode?: unknown;
  offset?: unknown;
  timeout?: unknown;
  limit?: unknown;
  reply_markup?: { inline_keyboard?: { text?: unknown; url?: unknown }[][] };
}

/** The Bot API over HTTP, as far as Orkestra uses it: checks what it is sent as the real one does. */
export class TelegramServer {
  readonly sent: SentMessage[] = [];
  /** What it refused, and why. */
  readonly refused: string[] = [];
  private readonly updates: object[] = [];
  private readonly blocked = new Set<number>();
  private throttled: number | undefined;
  private count = 0;
  private polls = 0;
  private wake: () => void = () => undefined;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<TelegramServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const telegram = new TelegramServer(server, `http://127.0.0.1:${port}`);
    server.on('request', (request, response) => void telegram.take(request, response));
    return telegram;
  }

  /** Somebody writes to the bot. */
  write(chatId: number, text: string, type: 'private' | 'group' = 'private'): void {
    const from = { id: chatId, is_bot: false, first_name: 'Sam', username: `user${chatId}` };
    this.push({ message: { message_id: 1, date: 1, from, chat: { id: chatId, type }, text } });
  }

  /** Somebody blocks the bot; it is told unless it learns by being refused. */
  block(chatId: number, tell = false): void {
    this.blocked.add(chatId);
    const chat = { id: chatId, type: 'private' };
    if (tell)
      this.push({ my_chat_member: { chat, from: { id: chatId }, new_chat_member: { status: 'kicked' } } });
  }

  /** Refuses messages for so many seconds, as it says; undefined to take them again. */
  throttle(seconds: number | undefined): void {
    this.throttled = seconds;
  }

  async close(): Promise<void> {
    this.wake();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private push(update: object): void {
    this.updates.push({ update_id: (this.count += 1), ...update });
    this.wake();
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? [];
    const fail = (status: number, description: string, parameters?: object): void => {
      this.refused.push(`${method} ${status} ${description}`);
      const answer = { ok: false, error_code: status, description, parameters };
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    };
    const succeed = (result: unknown): void => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ ok: true, result }));
    };
    if (token !== BOT_TOKEN) return fail(401, 'Unauthorized');
    const body = JSON.parse(Buffer.concat(chunks).toString() || '{}') as Body;
    if (method === 'getMe')
      return succeed({ id: 1, is_bot: true, first_name: 'Orkestra', username: 'orkestra_bot' });
    if (method === 'getUpdates') return this.poll(body, succeed, fail);
    if (method === 'sendMessage') return this.receive(body, succeed, fail);
    return fail(404, 'Not Found');
  }

  private async poll(body: Body, succeed: (result: unknown) => void, fail: Fail): Promise<void> {
    if (this.polls > 0)
      return fail(
        409,
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
      );
    const { offset, timeout = 0 } = body;
    if (typeof offset === 'number')
      while (this.updates[0] !== undefined && idOf(this.updates[0]) < offset) this.updates.shift();
    this.polls += 1;
    if (this.updates.length === 0 && Number(timeout) > 0) {
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
        timer = setTimeout(resolve, Number(timeout) * 1_000);
      });
      clearTimeout(timer);
    }
    this.polls -= 1;
    succeed(this.updates.slice(0, Number(body.limit ?? 100)));
  }

  private receive(body: Body, succeed: (result: unknown) => void, fail: Fail): void {
    const { chat_id: chatId, text, parse_mode: mode, reply_markup: markup } = body;
    if (typeof chatId !== 'number') return fail(400, 'Bad Request: chat_id is empty');
    if (this.throttled !== undefined)
      return fail(429, `Too Many Requests: retry after ${this.throttled}`, { retry_after: this.throttled });
    if (this.blocked.has(chatId)) return fail(403, 'Forbidden: bot was blocked by the user');
    if (typeof text !== 'string' || text === '') return fail(400, 'Bad Request: message text is empty');
    const bare = mode === 'HTML' ? text.replace(TAGS, '') : text;
    if (mode === 'HTML' && /[<>]|&(?!lt;|gt;|amp;|quot;)/.test(bare))
      return fail(400, "Bad Request: can't parse entities");
    const read =
      mode === 'HTML' ? bare.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&') : bare;
    if (read.length > MOST_CHARACTERS) return fail(400, 'Bad Request: message is too long');
    const button = markup?.inline_keyboard?.[0]?.[0];
    if (button !== undefined && !/^https?:\/\/[^/]+\.[^/]+/.test(String(button.url)))
      return fail(400, 'Bad Request: inline keyboard button URL is invalid');
    const shown = button === undefined ? undefined : { text: String(button.text), url: String(button.url) };
    this.sent.push({ chatId, text: read, button: shown });
    succeed({ message_id: this.sent.length, chat: { id: chatId } });
  }
}

type Fail = (status: number, description: string, parameters?: object) => void;

function idOf(update: object): number {
  return (update as { update_id: number }).update_id;
}
