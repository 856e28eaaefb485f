import {
  Client,
  type OAuthClientProvider,
  StreamableHTTPClientTransport,
  UnauthorizedError,
} from '@modelcontextprotocol/client';
import { createHash, randomBytes } from 'node:crypto';
import { DirectoryVisitor } from '../harness/sso/directory-visitor';

type Stored<K extends 'clientInformation' | 'tokens'> = Awaited<ReturnType<OAuthClientProvider[K]>>;

const REDIRECT = 'http://127.0.0.1/callback';

/** A client of MCP whose person signs in at their provider, in a browser of their own. */
export class OwnAccount implements OAuthClientProvider {
  readonly redirectUrl = REDIRECT;
  readonly clientMetadata = {
    client_name: 'Desk agent',
    redirect_uris: [REDIRECT],
    grant_types: ['authorization_code'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
  };
  /** Where the browser was sent. */
  authorizationUrl: URL | undefined;
  private information: Stored<'clientInformation'>;
  private granted: Stored<'tokens'>;
  private verifier = '';

  /** @param login whom the forms of the provider are filled for */
  constructor(private readonly login: string) {}

  /** The whole dance: refused, discovered, registered, signed in, let in. */
  async connect(url: URL): Promise<Client> {
    const first = new StreamableHTTPClientTransport(url, { authProvider: this });
    const refused = await this.client()
      .connect(first)
      .catch((error: unknown) => error);
    if (!(refused instanceof UnauthorizedError)) throw refused;
    const back = await new DirectoryVisitor(this.login).goUntil(this.authorizationUrl?.href ?? '', REDIRECT);
    await first.finishAuth(new URL(back).searchParams);
    const client = this.client();
    await client.connect(new StreamableHTTPClientTransport(url, { authProvider: this }));
    return client;
  }

  get token(): string {
    return this.granted?.access_token ?? '';
  }

  get clientId(): string {
    return this.information?.client_id ?? '';
  }

  clientInformation() {
    return this.information;
  }

  saveClientInformation(information: Stored<'clientInformation'>): void {
    this.information = information;
  }

  tokens() {
    return this.granted;
  }

  saveTokens(tokens: Stored<'tokens'>): void {
    this.granted = tokens;
  }

  redirectToAuthorization(url: URL): void {
    this.authorizationUrl = url;
  }

  saveCodeVerifier(verifier: string): void {
    this.verifier = verifier;
  }

  codeVerifier(): string {
    return this.verifier;
  }

  private client(): Client {
    return new Client({ name: 'desk-agent', version: '1' }, { versionNegotiation: { mode: 'auto' } });
  }
}

/** A token of the provider for whatever resource, by the code flow, for a client that registers itself. */
export async function tokenFor(
  issuer: string,
  login: string,
  resource: string,
  scope: string,
): Promise<string> {
  const registration = {
    redirect_uris: [REDIRECT],
    token_endpoint_auth_method: 'none',
    application_type: 'native',
  };
  const registered = await post(`${issuer}/reg`, JSON.stringify(registration), 'application/json');
  const client_id = String(registered['client_id']);
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const asked = { response_type: 'code', code_challenge: challenge, code_challenge_method: 'S256', scope };
  const query = new URLSearchParams({ client_id, redirect_uri: REDIRECT, resource, ...asked });
  const back = await new DirectoryVisitor(login).goUntil(`${issuer}/auth?${query.toString()}`, REDIRECT);
  const code = new URL(back).searchParams.get('code') ?? '';
  const form = {
    grant_type: 'authorization_code',
    code,
    code_verifier: verifier,
    client_id,
    redirect_uri: REDIRECT,
    resource,
  };
  return String((await post(`${issuer}/token`, new URLSearchParams(form)))['access_token']);
}

async function post(
  url: string,
  body: string | URLSearchParams,
  type?: string,
): Promise<Record<string, unknown>> {
  const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type };
  const answer = await fetch(url, { method: 'POST', body, headers });
  const json = (await answer.json()) as Record<string, unknown>;
  if (!answer.ok) throw new Error(`${url} says ${JSON.stringify(json)}`);
  return json;
}
