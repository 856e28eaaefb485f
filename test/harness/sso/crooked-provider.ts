import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';

type Key = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

/** How a token is made, where it is not as it should be. */
export interface Making {
  /** Signs with a key that the provider does not publish. */
  foreignKey?: boolean;
  /** In place of what the provider's key signs. */
  token?: string;
  header?: Record<string, unknown>;
}

/** An OpenID provider that answers whatever the test wants, true or not. */
export class CrookedProvider {
  readonly issuer: string;
  /** Addresses that it was asked for. */
  readonly asked: string[] = [];
  /** Added to its discovery document, or put in the place of what is there. */
  discovery: Record<string, unknown> = {};
  /** What it answers to the next code. */
  idToken = '';
  userinfo: Record<string, unknown> | undefined;
  /** Of the last request for tokens. */
  form = new URLSearchParams();
  private key!: Key;
  private kid = 0;
  private published: JWK[] = [];

  private constructor(port: number) {
    this.issuer = `http://127.0.0.1:${port}`;
  }

  static async start(port: number): Promise<CrookedProvider & { close(): Promise<void> }> {
    const provider = new CrookedProvider(port);
    await provider.rotate();
    const server = createServer((request, response) => void provider.answer(request, response));
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const close = () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      });
    return Object.assign(provider, { close });
  }

  /** A new key takes the place of the one before. */
  async rotate(): Promise<void> {
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
    this.key = privateKey;
    this.kid += 1;
    this.published = [{ ...(await exportJWK(publicKey)), kid: String(this.kid), alg: 'RS256', use: 'sig' }];
  }

  async sign(payload: JWTPayload, { foreignKey = false, header = {} }: Making = {}): Promise<string> {
    const key = foreignKey ? (await generateKeyPair('RS256')).privateKey : this.key;
    const protectedHeader = { alg: 'RS256', kid: String(this.kid), ...header };
    return new SignJWT(payload).setProtectedHeader(protectedHeader).sign(key);
  }

  /** What anybody may read of its key, as bytes. */
  get publicKey(): Uint8Array {
    return new TextEncoder().encode(JSON.stringify(this.published[0]));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    this.asked.push(path);
    const body = await read(request);
    const json = (value: unknown) =>
      void response.setHeader('content-type', 'application/json').end(JSON.stringify(value));
    if (path.startsWith('/.well-known/')) return json(this.document());
    if (path === '/jwks') return json({ keys: this.published });
    if (path === '/userinfo') return json(this.userinfo);
    if (path !== '/token') return void response.writeHead(404).end();
    this.form = new URLSearchParams(body);
    json({ access_token: 'at', token_type: 'Bearer', id_token: this.idToken });
  }

  private document(): Record<string, unknown> {
    const { issuer, userinfo } = this;
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      end_session_endpoint: `${issuer}/logout`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
      ...(userinfo !== undefined && { userinfo_endpoint: `${issuer}/userinfo` }),
      ...this.discovery,
    };
  }
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
