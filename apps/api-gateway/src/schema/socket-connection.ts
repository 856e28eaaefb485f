import type { TenantContext } from '@orkestra/tenancy';
import type { WebSocket } from 'ws';
import { authenticate, CALLER_STRATEGIES, type Credentials } from '../auth/authenticate';
import { sessionToken } from '../auth/session-cookie';
import type { Caller } from '../graphql/caller';

/** `Unauthorized` of the protocol `graphql-transport-ws`. */
const UNAUTHORIZED = 4401;

/** One open socket and who is behind it. */
export class SocketConnection implements Caller {
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
    const ctx = await authenticate(CALLER_STRATEGIES, credentials);
    return new SocketConnection(socket, credentials, correlationId, ctx);
  }

  /** Whether the session with this token opened the socket. */
  belongsTo(token: string): boolean {
    return this.ctx.principal.kind === 'user' && sessionToken(this.credentials) === token;
  }

  /** @throws what authentication throws when the session or key is no longer good */
  async renew(): Promise<void> {
    this.ctx = await authenticate(CALLER_STRATEGIES, this.credentials);
  }

  end(): void {
    refuseSocket(this.socket);
  }
}

export function refuseSocket(socket: WebSocket): void {
  socket.close(UNAUTHORIZED, 'Unauthorized');
}
