import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { cardProblems } from './adaptive-cards';

type Json = Record<string, unknown>;
type Key = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

export interface TeamsMessageThere {
  conversation: string;
  id: string;
  summary: string;
  card: Json;
}

/** Microsoft's sign-in and Bot Connector, which check tokens, shapes and sizes, and sign what people do. */
export class TeamsServer {
  readonly messages: TeamsMessageThere[] = [];
  readonly problems: string[] = [];
  readonly calls: string[] = [];
  /** Answers every call of the connector with it from now on. */
  refusal: { status: number; retryAfter?: number } | undefined;
  private readonly bots = new Map<string, string>();
  private readonly tokens = new Set<string>();
  private count = 0;
  private onTaken: (() => void) | undefined;

  private constructor(
    private readonly server: Server,
    private readonly key: { privateKey: Key; jwk: Json },
    /** Signed by the same, for another chat. */
    private readonly elsewhere: { privateKey: Key; jwk: Json },
  ) {
    server.on('request', (request, response) => void this.take(request, response));
  }

  static async start(): Promise<TeamsServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new TeamsServer(server, await newKey('teams', ['msteams']), await newKey('mail', ['email']));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get serviceUrl(): string {
    return `${this.url}/connector/`;
  }

  get settings(): Record<string, string> {
    return {
      TEAMS_LOGIN_URL: `${this.url}/login`,
      TEAMS_OPENID_URL: `${this.url}/openid`,
      OUTBOUND_ALLOWED_NETWORKS: '127.0.0.0/8',
    };
  }

  addBot(appId: string, clientSecret: string): void {
    this.bots.set(appId, clientSecret);
  }

  /** As the connector signs what it sends. @param now in seconds */
  async tokenFor(
    appId: string,
    now: number,
    { issuer = 'https://api.botframework.com', serviceUrl = this.serviceUrl, key = 'teams' } = {},
  ): Promise<string> {
    const { privateKey } = key === 'teams' ? this.key : this.elsewhere;
    return new SignJWT({ serviceurl: serviceUrl })
      .setProtectedHeader({ alg: 'RS256', kid: key })
      .setIssuer(issuer)
      .setAudience(appId)
      .setIssuedAt(now)
      .setExpirationTime(now + 3_600)
      .sign(privateKey);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  /** Takes the next message and leaves whoever sent it without an answer, until it is told otherwise; resolves when it came. */
  keepSilent(): Promise<void> {
    return new Promise((resolve) => (this.onTaken = resolve));
  }

  answerAgain(): void {
    this.onTaken = undefined;
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const path = decodeURIComponent(request.url ?? '');
    const answer = (status: number, said: Json, headers: Record<string, string> = {}) =>
      void response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(said));
    if (path === '/openid') return answer(200, { jwks_uri: `${this.url}/keys` });
    if (path === '/keys') return answer(200, { keys: [this.key.jwk, this.elsewhere.jwk] });
    if (path.startsWith('/login/')) return this.signIn(new URLSearchParams(body), answer);
    this.calls.push(`${request.method ?? ''} ${path}`);
    if (!this.tokens.has((request.headers.authorization ?? '').replace('Bearer ', '')))
      return answer(401, {});
    if (this.refusal !== undefined) {
      const { status, retryAfter } = this.refusal;
      return answer(status, {}, retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) });
    }
    this.connect(request.method ?? '', path, JSON.parse(body) as Json, answer);
  }

  private signIn(form: URLSearchParams, answer: (status: number, said: Json) => void): void {
    const secret = this.bots.get(form.get('client_id') ?? '');
    const isRight = secret !== undefined && secret === form.get('client_secret');
    const isMeant =
      form.get('grant_type') === 'client_credentials' &&
      form.get('scope') === 'https://api.botframework.com/.default';
    if (!isRight || !isMeant) return answer(401, { error: 'invalid_client' });
    const token = `token-${(this.count += 1)}`;
    this.tokens.add(token);
    answer(200, { access_token: token, token_type: 'Bearer', expires_in: 3_599 });
  }

  private connect(
    method: string,
    path: string,
    given: Json,
    answer: (status: number, said: Json) => void,
  ): void {
    const [, conversation = '', id] =
      /^\/connector\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/.exec(path) ?? [];
    const [attachment] = (given['attachments'] ?? []) as { contentType: string; content: Json }[];
    if (attachment?.contentType !== 'application/vnd.microsoft.card.adaptive' || given['type'] !== 'message')
      return answer(400, {});
    this.problems.push(...cardProblems(attachment.content));
    const shown = { summary: String(given['summary']), card: attachment.content };
    if (method === 'POST' && id === undefined) {
      const own = `activity-${(this.count += 1)}`;
      this.messages.push({ conversation, id: own, ...shown });
      if (this.onTaken !== undefined) return this.onTaken();
      return answer(201, { id: own });
    }
    const found = this.messages.find((one) => one.conversation === conversation && one.id === id);
    if (method !== 'PUT' || found === undefined) return answer(404, {});
    Object.assign(found, shown);
    answer(200, { id: found.id });
  }
}

async function newKey(kid: string, endorsements: string[]): Promise<{ privateKey: Key; jwk: Json }> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(publicKey);
  return { privateKey, jwk: { ...jwk, kid, alg: 'RS256', use: 'sig', endorsements } };
}

/** What people see of a card. */
export function cardWords(card: Json): string {
  const texts: string[] = [];
  JSON.stringify(card, (key, value: unknown) => {
    if ((key === 'text' || key === 'title') && typeof value === 'string') texts.push(value);
    return value;
  });
  return texts.join('\n');
}

/** What can be clicked, cards within included, by the verb or the address. */
export function cardActions(card: Json): Record<string, Json> {
  const all = ((card['actions'] ?? []) as Json[]).flatMap((action) =>
    action['type'] === 'Action.ShowCard' ? ((action['card'] as Json)['actions'] as Json[]) : [action],
  );
  return Object.fromEntries(all.map((action) => [String(action['verb'] ?? action['url']), action]));
}
