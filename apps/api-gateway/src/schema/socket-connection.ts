import type { TenantContext } from '@orkestra/tenancy';
import type { WebSocket } from 'ws';
import { authenticate, CALLER_STRATEGIES, type Credentials } from '../auth/authenticate';
import { BACKGROUND_HEADER } from '../auth/session.strategy';
import type { Caller } from '../graphql/caller';

/** `Unauthorized` of the protocol `graphql-transport-ws`. */
const UNAUTHORIZED = 4401;
/** Clients of that protocol do not come back after it. */
const TOO_MANY = 4429;

/** One open socket and who is behind it. */
export class SocketConnection implements Caller {
  private isUsed = false;

  private constructor(
    private readonly socket: WebSocket,
    private readonly credentials: Credentials,
    readonly correlationId: string,
    /** Renewed while the socket lives, so that somebody who leaves a group stops hearing of its tasks. */
    public ctx: TenantContext,
  ) {}

  /** @throws what authentication throws */
  static async open(
    socket: WebSocket,
    credentials: Credentials,
    correlationId: string,
  ): Promise<SocketConnection> {
    const ctx = await authenticate(CALLER_STRATEGIES, inBackground(credentials));
    return new SocketConnection(socket, credentials, correlationId, ctx);
  }

  /** Of the session, key or connection that opened the socket. */
  get credentialId(): string | undefined {
    return this.ctx.credentialId;
  }

  /** Somebody asked for something over the socket, which keeps their session alive; that it is open does not. */
  noteUse(): void {
    this.isUsed = true;
  }

  /** @throws what authentication throws when the session or key is no longer good */
  async renew(): Promise<void> {
    const credentials = this.isUsed ? this.credentials : inBackground(this.credentials);
    this.isUsed = false;
    this.ctx = await authenticate(CALLER_STRATEGIES, credentials);
  }

  end(): void {
    refuseSocket(this.socket);
  }

  refuseAsTooMany(): void {
    this.socket.close(TOO_MANY, 'Too many sockets of one person or program are open. Close some first.');
  }
}

export function refuseSocket(socket: WebSocket): void {
  socket.close(UNAUTHORIZED, 'Unauthorized');
}

function inBackground({ headers, ...request }: Credentials): Credentials {
  return { ...request, headers: { ...headers, [BACKGROUND_HEADER]: 'true' } };
}
