import { createECDH, createPublicKey, randomBytes, verify } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { decrypt } from 'http_ece';
import { TestAuthority } from './test-authority';

/** What push services take on the wire (RFC 8030, section 7.2). */
const MOST_BYTES = 4_096;
const LONGEST_TTL_SECONDS = 2_419_200;

/** A push as the browser reads it. */
export interface Pushed {
  browser: string;
  payload: Record<string, unknown>;
  headers: Record<string, string | undefined>;
  /** The application server's public key, as the signature shows it. */
  publicKey: string;
  /** What the signature says. */
  claims: { aud: string; exp: number; sub: string };
}

interface Browser {
  name: string;
  ecdh: ReturnType<typeof createECDH>;
  auth: Buffer;
}

/** What it says from now on, in place of 201. */
export interface Refusal {
  status: number;
  headers?: Record<string, string>;
}

/** A push service with its browsers: over TLS, checks the signature and the headers, and reads as the browser would. */
export class PushService {
  readonly pushed: Pushed[] = [];
  /** What it found wrong with what it was sent. */
  readonly faults: string[] = [];
  private readonly browsers = new Map<string, Browser>();
  private readonly refusals = new Map<string, Refusal>();
  private onTaken: (() => void) | undefined;

  private constructor(
    readonly authority: string,
    private readonly server: ReturnType<typeof createServer>,
    private readonly port: number,
  ) {}

  static async start(): Promise<PushService> {
    const authority = await TestAuthority.make('Push');
    const { certificate: cert, key } = await authority.issue('localhost');
    const server = createServer({ cert, key });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const service = new PushService(authority.certificate, server, (server.address() as AddressInfo).port);
    server.on('request', (request, response) => void service.take(request, response));
    return service;
  }

  get origin(): string {
    return `https://localhost:${this.port}`;
  }

  /** What a browser of that name hands out. */
  subscribe(name: string): { endpoint: string; p256dh: string; auth: string } {
    const ecdh = createECDH('prime256v1');
    const p256dh = ecdh.generateKeys('base64url');
    const auth = randomBytes(16);
    this.browsers.set(`/push/${name}`, { name, ecdh, auth });
    return { endpoint: `${this.origin}/push/${name}`, p256dh, auth: auth.toString('base64url') };
  }

  /** For pushes to that browser; undefined to take them again. */
  answer(name: string, refusal: Refusal | undefined): void {
    if (refusal === undefined) this.refusals.delete(name);
    else this.refusals.set(name, refusal);
  }

  /** Takes the next message and leaves whoever sent it without an answer, until it is told otherwise; resolves when it came. */
  keepSilent(): Promise<void> {
    return new Promise((resolve) => (this.onTaken = resolve));
  }

  answerAgain(): void {
    this.onTaken = undefined;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const browser = this.browsers.get(request.url ?? '');
    if (browser === undefined) return void response.writeHead(410).end();
    const refusal = this.refusals.get(browser.name);
    if (refusal !== undefined) return void response.writeHead(refusal.status, refusal.headers).end();
    if (body.length > MOST_BYTES) return void response.writeHead(413).end();
    try {
      this.pushed.push(this.read(browser, request, body));
      if (this.onTaken !== undefined) return this.onTaken();
      response.writeHead(201, { location: `${this.origin}/message/1` }).end();
    } catch (error) {
      this.faults.push(String(error));
      response.writeHead(400).end();
    }
  }

  private read({ name, ecdh, auth }: Browser, request: IncomingMessage, body: Buffer): Pushed {
    const headers = request.headers as Record<string, string | undefined>;
    const ttl = Number(headers['ttl']);
    must(Number.isInteger(ttl) && ttl >= 0 && ttl <= LONGEST_TTL_SECONDS, 'TTL');
    must(/^(very-low|low|normal|high)$/.test(headers['urgency'] ?? ''), 'Urgency');
    must(/^[\w-]{1,32}$/.test(headers['topic'] ?? ''), 'Topic');
    must(headers['content-encoding'] === 'aes128gcm', 'Content-Encoding');
    const [, token = '', publicKey = ''] =
      /^vapid t=(.+), ?k=(.+)$/.exec(headers['authorization'] ?? '') ?? [];
    const claims = claimsOf(token, publicKey);
    must(claims.aud === this.origin, 'audience');
    const seconds = Date.now() / 1_000;
    must(claims.exp > seconds && claims.exp < seconds + 24 * 3_600 + 60, 'expiry');
    must(/^(mailto:|https:)/.test(claims.sub), 'subject');
    const text = decrypt(body, {
      version: 'aes128gcm',
      privateKey: ecdh,
      dh: '',
      authSecret: auth.toString('base64url'),
    });
    const payload = JSON.parse(text.toString('utf8')) as Record<string, unknown>;
    return { browser: name, payload, headers, publicKey, claims };
  }
}

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`Wrong ${what}`);
}

/** Checks the signature (RFC 8292). */
function claimsOf(token: string, publicKey: string): Pushed['claims'] {
  const point = Buffer.from(publicKey, 'base64url');
  const [head = '', body = '', signature = ''] = token.split('.');
  const coordinate = (from: number) => point.subarray(from, from + 32).toString('base64url');
  const key = createPublicKey({
    key: { kty: 'EC', crv: 'P-256', x: coordinate(1), y: coordinate(33) },
    format: 'jwk',
  });
  const isRight = verify(
    'sha256',
    Buffer.from(`${head}.${body}`),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  must(isRight, 'signature');
  return JSON.parse(Buffer.from(body, 'base64url').toString()) as Pushed['claims'];
}
