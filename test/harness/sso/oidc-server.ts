import { createServer, type Server } from 'node:http';
import { Provider } from 'oidc-provider';

export interface OidcServer {
  issuer: string;
  /** What it says of somebody, by login; may be changed at any time. */
  people: Map<string, Record<string, unknown>>;
  /** Of back-channel calls that were not taken. */
  failures: string[];
  close(): Promise<void>;
}

export interface OidcClient {
  clientId: string;
  clientSecret: string;
  redirectUri: string;
  postLogoutRedirectUri: string;
  backchannelLogoutUri: string;
}

/** Of tokens that agents ask for, of whichever resource. */
export interface AgentTokens {
  scopes: readonly string[];
  /** Seconds. */
  ttl(): number;
}

const CLAIMS = ['email', 'email_verified', 'name', 'groups', 'nickname'];

/**
 * A real OpenID provider, which lets in whoever types a login that it knows.
 * @param agents where clients that nobody knows may register, and ask for tokens of a resource
 */
export async function startOidcServer(
  port: number,
  clients: readonly OidcClient[],
  agents?: AgentTokens,
): Promise<OidcServer> {
  const issuer = `http://127.0.0.1:${port}`;
  const people: OidcServer['people'] = new Map();
  const failures: string[] = [];
  const provider = new Provider(issuer, {
    clients: clients.map(({ clientId, clientSecret, redirectUri, ...client }) => ({
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: [redirectUri],
      post_logout_redirect_uris: [client.postLogoutRedirectUri],
      backchannel_logout_uri: client.backchannelLogoutUri,
      backchannel_logout_session_required: true,
    })),
    features: {
      backchannelLogout: { enabled: true },
      devInteractions: { enabled: true },
      ...(agents && featuresFor(agents)),
    },
    scopes: ['openid', ...(agents?.scopes ?? [])],
    claims: { openid: ['sub', ...CLAIMS] },
    conformIdTokenClaims: false,
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, ...people.get(id) }),
    }),
    cookies: { keys: ['a key of the test'] },
    // Else it calls nothing on this machine.
    fetch: (url, init = {}) => fetch(url, { ...init, dispatcher: undefined }),
  });
  provider.on('backchannel.error', (_context, error: Error) => void failures.push(error.message));
  const handle = provider.callback();
  const server: Server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { issuer, people, failures, close };
}

function featuresFor({ scopes, ttl }: AgentTokens) {
  return {
    registration: { enabled: true },
    resourceIndicators: {
      enabled: true,
      useGrantedResource: () => true,
      getResourceServerInfo: (_context: unknown, resource: string) => ({
        scope: scopes.join(' '),
        audience: resource,
        accessTokenFormat: 'jwt' as const,
        accessTokenTTL: ttl(),
      }),
    },
  };
}
