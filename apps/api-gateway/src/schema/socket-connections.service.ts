import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DomainError, Logger, runWithCorrelation } from '@orkestra/core';
import type { Subscription } from 'rxjs';
import { SessionEnds } from '../auth/session-ends.service';
import type { SocketConnection } from './socket-connection';

/** How long a socket may outlive its session when that was ended in another process. */
const RENEW_EVERY_MS = 20_000;

/** Closes sockets whose session or key is no longer good: at once after a sign-out here, else within seconds. */
@Injectable()
export class SocketConnections implements OnModuleDestroy {
  private readonly open = new Set<SocketConnection>();
  private readonly logger: Logger;
  private readonly timer = setInterval(() => void this.renewAll(), RENEW_EVERY_MS);
  private readonly subscription: Subscription;

  constructor(sessions: SessionEnds, logger: Logger) {
    this.logger = logger.child('sockets');
    this.timer.unref();
    this.subscription = sessions.ended.subscribe((token) => {
      for (const connection of this.open) if (connection.belongsTo(token)) connection.end();
    });
  }

  add(connection: SocketConnection): void {
    this.open.add(connection);
  }

  remove(connection: SocketConnection): void {
    this.open.delete(connection);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
    this.subscription.unsubscribe();
  }

  /** One after the other: nobody waits for it, and a burst of queries would make others wait. */
  private async renewAll(): Promise<void> {
    for (const connection of this.open) {
      await runWithCorrelation(connection.correlationId, () => connection.renew()).catch((error: unknown) => {
        if (error instanceof DomainError && error.kind === 'unauthenticated') connection.end();
        else this.logger.warn({ err: error }, 'A socket could not be checked; it is tried again soon');
      });
    }
  }
}
