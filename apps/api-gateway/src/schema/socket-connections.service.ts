import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DomainError, LiveBus, type LiveSubscription, Logger, runWithCorrelation } from '@orkestra/core';
import type { SocketConnection } from './socket-connection';

/** How long a socket may outlive its key, or its session where no message tells of its end. */
const RENEW_EVERY_MS = 20_000;

/** Sockets that one person, or one program, may have open at one gateway. */
export const MOST_SOCKETS = { user: 20, service: 100, system: 0 } as const;

/**
 * Closes sockets whose session or key is no longer good: at once after the end of a session, whichever gateway ended it,
 * else within seconds.
 */
@Injectable()
export class SocketConnections implements OnModuleDestroy {
  private readonly open = new Map<SocketConnection, LiveSubscription | undefined>();
  private readonly logger: Logger;
  private readonly timer = setInterval(() => void this.renewAll(), RENEW_EVERY_MS);

  constructor(
    private readonly live: LiveBus,
    logger: Logger,
  ) {
    this.logger = logger.child('sockets');
    this.timer.unref();
  }

  /** Whether the principal may have one more socket. */
  add(connection: SocketConnection): boolean {
    const { tenantId, principal } = connection.ctx;
    const own = [...this.open.keys()].filter(
      ({ ctx }) =>
        ctx.tenantId === tenantId &&
        ctx.principal.kind === principal.kind &&
        ctx.principal.id === principal.id,
    );
    if (own.length >= MOST_SOCKETS[principal.kind]) return false;
    const { sessionId } = connection;
    const ends = sessionId === undefined ? undefined : this.live.subscribeTo(tenantId, 'session', sessionId);
    this.open.set(connection, ends);
    if (ends !== undefined) void this.watch(connection, ends);
    return true;
  }

  remove(connection: SocketConnection): void {
    this.open.get(connection)?.end();
    this.open.delete(connection);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
    for (const connection of [...this.open.keys()]) this.remove(connection);
  }

  private async watch(connection: SocketConnection, ends: LiveSubscription): Promise<void> {
    for await (const { kind } of ends) {
      if (kind === 'resync') await this.renew(connection);
      else connection.end();
    }
  }

  /** One after the other: nobody waits for it, and a burst of queries would make others wait. */
  private async renewAll(): Promise<void> {
    for (const connection of [...this.open.keys()]) await this.renew(connection);
  }

  private async renew(connection: SocketConnection): Promise<void> {
    await runWithCorrelation(connection.correlationId, () => connection.renew()).catch((error: unknown) => {
      if (error instanceof DomainError && error.kind === 'unauthenticated') connection.end();
      else this.logger.warn({ err: error }, 'A socket could not be checked; it is tried again soon');
    });
  }
}
