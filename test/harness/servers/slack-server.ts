import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { blockProblems } from './slack-shapes';

type Json = Record<string, unknown>;

export interface SlackMessageThere {
  token: string;
  channel: string;
  ts: string;
  text: string;
  blocks: Json[];
  /** What it showed before, oldest first. */
  earlier: Json[][];
}

interface Team {
  teamId: string;
  name: string;
  signingSecret: string;
}

/**
 * A Slack that checks what it is sent as the real one does: tokens, shapes, limits. Whoever clicks does it by a signed request,
 * or by the socket where one is open.
 */
export class SlackServer {
  readonly messages: SlackMessageThere[] = [];
  /** What people were told who clicked, and nobody else. */
  readonly told: { text: string; blocks: Json[] }[] = [];
  readonly views: Json[] = [];
  /** What was wrong with what came. */
  readonly problems: string[] = [];
  readonly calls: string[] = [];
  private readonly teams = new Map<string, Team>();
  private readonly refusals = new Map<string, { error?: string; retryAfter?: number }>();
  private clock = 1_700_000_000;
  private onTaken: (() => void) | undefined;
  private overtaken: ((how: 'quiet' | 'overtaken') => void) | undefined;
  private isSlow = false;
  private readonly sockets = new WebSocketServer({ noServer: true });

  private constructor(private readonly server: Server) {
    server.on('request', (request, response) => void this.take(request, response));
    server.on('upgrade', (request, socket, head) =>
      this.sockets.handleUpgrade(request, socket, head, (client) => client.send(JSON.stringify(HELLO))),
    );
  }

  static async start(): Promise<SlackServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new SlackServer(server);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get settings(): Record<string, string> {
    return { SLACK_API_URL: `${this.url}/api/`, OUTBOUND_ALLOWED_NETWORKS: '127.0.0.0/8' };
  }

  addTeam(botToken: string, team: Team): void {
    this.teams.set(botToken, team);
  }

  /** Every call of the method is refused from now on; undefined to take them again. */
  refuse(method: string, how: { error?: string; retryAfter?: number } | undefined): void {
    if (how === undefined) this.refusals.delete(method);
    else this.refusals.set(method, how);
  }

  /** Takes the next message and leaves whoever sent it without an answer, until it is told otherwise; resolves when it came. */
  keepSilent(): Promise<void> {
    return new Promise((resolve) => (this.onTaken = resolve));
  }

  answerAgain(): void {
    this.onTaken = undefined;
  }

  /** The next message is there only once another has come, or none has for a while: whoever sends both at once has them swapped. */
  beSlowOnce(): void {
    this.isSlow = true;
  }

  private async dawdle(): Promise<void> {
    this.overtaken?.('overtaken');
    if (!this.isSlow) return;
    this.isSlow = false;
    await new Promise<string>((resolve) => {
      this.overtaken = resolve;
      setTimeout(() => resolve('quiet'), 1_000);
    });
    this.overtaken = undefined;
  }

  get connected(): number {
    return this.sockets.clients.size;
  }

  /** By the socket; resolves when it was acknowledged. */
  async emit(payload: Json, type: 'interactive' | 'slash_commands' = 'interactive'): Promise<void> {
    const [client] = [...this.sockets.clients];
    if (client === undefined) throw new Error('Nobody is connected');
    const envelopeId = `envelope-${(this.clock += 1)}`;
    const acknowledged = new Promise<void>((resolve) =>
      client.on('message', (data: Buffer) => {
        if ((JSON.parse(data.toString()) as Json)['envelope_id'] === envelopeId) resolve();
      }),
    );
    const envelope = {
      type,
      envelope_id: envelopeId,
      payload,
      accepts_response_payload: false,
    };
    client.send(JSON.stringify(envelope));
    await acknowledged;
  }

  async close(): Promise<void> {
    for (const client of this.sockets.clients) client.terminate();
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const path = request.url ?? '';
    const answer = (said: Json, status = 200, headers: Record<string, string> = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(said));
    if (path.startsWith('/respond/')) {
      const said = JSON.parse(body) as { text: string; blocks: Json[] };
      this.problems.push(...blockProblems(said.blocks));
      this.told.push(said);
      return void answer({ ok: true });
    }
    const method = path.replace('/api/', '');
    this.calls.push(method);
    const refusal = this.refusals.get(method);
    if (refusal?.retryAfter !== undefined)
      return void answer({ ok: false, error: 'ratelimited' }, 429, {
        'retry-after': String(refusal.retryAfter),
      });
    if (refusal?.error !== undefined) return void answer({ ok: false, error: refusal.error });
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    if (method === 'chat.postMessage') await this.dawdle();
    const said = this.answerTo(method, token, argumentsOf(body, request.headers['content-type'] ?? ''));
    if (method === 'chat.postMessage' && this.onTaken !== undefined) return this.onTaken();
    answer(said);
  }

  private answerTo(method: string, token: string, given: Json): Json {
    if (method === 'apps.connections.open')
      return token.startsWith('xapp-')
        ? { ok: true, url: `${this.url.replace('http', 'ws')}/socket` }
        : { ok: false, error: 'not_allowed_token_type' };
    const team = this.teams.get(token);
    if (team === undefined) return { ok: false, error: 'invalid_auth' };
    switch (method) {
      case 'auth.test':
        return { ok: true, team_id: team.teamId, team: team.name, user_id: 'UBOT', bot_id: 'BBOT' };
      case 'chat.postMessage':
        return this.post(token, given);
      case 'chat.update':
        return this.update(token, given);
      case 'views.open':
        return this.openView(given);
      default:
        return { ok: false, error: 'unknown_method' };
    }
  }

  private post(token: string, { channel, text, blocks }: Json): Json {
    const problems = blockProblems(blocks);
    if (typeof text !== 'string' || text === '') problems.push('no text for notifications');
    this.problems.push(...problems);
    if (problems.length > 0) return { ok: false, error: 'invalid_blocks' };
    if (!/^U\w+$/.test(String(channel))) return { ok: false, error: 'channel_not_found' };
    const ts = `${(this.clock += 1)}.000100`;
    const direct = `D${String(channel)}`;
    this.messages.push({
      token,
      channel: direct,
      ts,
      text: String(text),
      blocks: blocks as Json[],
      earlier: [],
    });
    return { ok: true, channel: direct, ts };
  }

  private update(token: string, { channel, ts, text, blocks }: Json): Json {
    const problems = blockProblems(blocks);
    this.problems.push(...problems);
    if (problems.length > 0) return { ok: false, error: 'invalid_blocks' };
    const found = this.messages.find(
      (one) => one.channel === channel && one.ts === ts && one.token === token,
    );
    if (found === undefined) return { ok: false, error: 'message_not_found' };
    found.earlier.push(found.blocks);
    found.blocks = blocks as Json[];
    found.text = String(text);
    return { ok: true, channel, ts };
  }

  private openView({ trigger_id: trigger, view }: Json): Json {
    const given = view as Json;
    if (typeof trigger !== 'string' || trigger === '') return { ok: false, error: 'invalid_trigger_id' };
    const problems = blockProblems(given['blocks'], 'modal');
    const title = (given['title'] as { text: string }).text;
    if (title.length > 24) problems.push('title');
    if (String(given['private_metadata']).length > 3_000) problems.push('private_metadata');
    this.problems.push(...problems);
    if (problems.length > 0) return { ok: false, error: 'invalid_arguments' };
    this.views.push({ ...given, id: `V${(this.clock += 1)}` });
    return { ok: true };
  }
}

const HELLO = { type: 'hello', num_connections: 1, connection_info: { app_id: 'A1' } };

function argumentsOf(body: string, type: string): Json {
  if (type.includes('json')) return JSON.parse(body) as Json;
  const form = Object.fromEntries(new URLSearchParams(body));
  return Object.fromEntries(
    Object.entries(form).map(([key, value]) => [
      key,
      /^[[{]/.test(value) ? (JSON.parse(value) as unknown) : value,
    ]),
  );
}

/** A request as Slack signs it. @param at seconds */
export function signedBySlack(body: string, secret: string, at: number): Record<string, string> {
  const hmac = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
  return {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': String(at),
    'x-slack-signature': `v0=${hmac}`,
  };
}

/** What people see of blocks. */
export function wordsOf(blocks: readonly Json[]): string {
  const texts: string[] = [];
  JSON.stringify(blocks, (key, value: unknown) => {
    if (key === 'text' && typeof value === 'string') texts.push(value);
    return value;
  });
  return texts.join('\n');
}

export function buttonsOf(blocks: readonly Json[]): { action: string; value: string; url: string }[] {
  return blocks
    .flatMap((block) => (block['type'] === 'actions' ? (block['elements'] as Json[]) : []))
    .map(({ action_id: action, value, url }) => ({
      action: String(action),
      value: typeof value === 'string' ? value : '',
      url: typeof url === 'string' ? url : '',
    }));
}
