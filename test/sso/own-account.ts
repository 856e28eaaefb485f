import {
  Client,
  type OAuthClientProvider,
  StreamableHTTPClientTransport,
  UnauthorizedError,
} from '@modelcontextprotocol/client';
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
