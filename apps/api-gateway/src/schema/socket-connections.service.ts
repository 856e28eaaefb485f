import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import {
  DomainError,
  type ErrorKind,
  LiveBus,
  type LiveSubscription,
  Logger,
  runWithCorrelation,
} from '@orkestra/core';
import type { SocketConnection } from './socket-connection';

/** How long a socket may outlive its key or session where no message tells of its end. */
const RENEW_EVERY_MS = 20_000;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The credentials are no longer good, or the tenant lets nobody in. */
const ENDS: readonly ErrorKind[] = ['unauthenticated', 'forbidden'];

/** Sockets that one person, or one program, may have open at one gateway. */
export const MOST_SOCKETS = { user: 20, service: 100, system: 0 } as const;

/**
 * Closes sockets whose session, key or token is no longer good: at once after its end or the suspension of the tenant,
 * whichever process ended it, else within seconds.
 */
@Injectable()
export class SocketConnections implements OnModuleDestroy {
  private readonly open = new Map<SocketConnection, { end(): void }[]>();
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
    const { credentialId } = connection;
    const { agent, expiresAt } = connection.ctx;
    const ofTenant = this.live.subscribeTo(tenantId, 'tenant', tenantId);
    void this.watchTenant(connection, ofTenant);
    const ends: { end(): void }[] = [ofTenant];
    if (credentialId !== undefined) {
      const ofSession = this.live.subscribeTo(tenantId, 'session', credentialId);
      void this.watchSession(connection, ofSession);
      ends.push(ofSession);
    }
    if (agent !== undefined) {
      const ofPerson = this.live.subscribeTo(tenantId, 'person', principal.id);
      void this.watchSession(connection, ofPerson);
      ends.push(ofPerson);
    }
    if (expiresAt !== undefined) ends.push(endAt(expiresAt, connection));
    this.open.set(connection, ends);
    return true;
  }

  remove(connection: SocketConnection): void {
    for (const end of this.open.get(connection) ?? []) end.end();
    this.open.delete(connection);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
    for (const connection of [...this.open.keys()]) this.remove(connection);
  }

  private async watchTenant(connection: SocketConnection, messages: LiveSubscription): Promise<void> {
    for await (const { kind } of messages) {
      // Or messages may have been missed, it is active again, or it is to be deleted, which keys do not outlive.
      if (kind === 'suspended') connection.end();
      else await this.renew(connection);
    }
  }

  private async watchSession(connection: SocketConnection, messages: LiveSubscription): Promise<void> {
    // That messages may have been missed is told to whoever watches the tenant as well.
    for await (const { kind } of messages) if (kind !== 'resync') connection.end();
  }

  /** One after the other: nobody waits for it, and a burst of queries would make others wait. */
  private async renewAll(): Promise<void> {
    for (const connection of [...this.open.keys()]) await this.renew(connection);
  }

  private async renew(connection: SocketConnection): Promise<void> {
    await runWithCorrelation(connection.correlationId, () => connection.renew()).catch((error: unknown) => {
      if (error instanceof DomainError && ENDS.includes(error.kind)) connection.end();
      else this.logger.warn({ err: error }, 'A socket could not be checked; it is tried again soon');
    });
  }
}

/** A connection that is told of its token's end has to be opened anew, with another token. */
function endAt(expiresAt: Date, connection: SocketConnection): { end(): void } {
  const left = Math.max(0, expiresAt.getTime() - Date.now());
  const timer = setTimeout(() => connection.end(), Math.min(left, LONGEST_TIMER_MS));
  return { end: () => clearTimeout(timer) };
}
