import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Clock, DomainError, Logger, SystemDatabase } from '@orkestra/core';
import { AuditLog } from '../audit/audit-log.service';
import type { Channel } from '../tenant-context';
import type { AcceptedToken } from './access-token-check.service';

const WINDOW_MS = 60_000;
/** In a minute, at one process: an agent that loops does not fill the log. */
const MOST_TOLD = 1_000;

/** Tells the audit log whose tokens were good and who was not let in all the same: each person and reason once a minute. */
@Injectable()
export class TokenRefusals implements BeforeApplicationShutdown {
  private readonly underWay = new Set<Promise<void>>();
  private told = new Set<string>();
  private windowEnd = 0;

  constructor(
    private readonly database: SystemDatabase,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  note(
    token: AcceptedToken,
    error: unknown,
    from: { channel: Channel; remoteAddress: string | undefined },
  ): void {
    const reason = error instanceof DomainError ? error.code : 'unknown';
    if (!this.isNew(`${token.holder.connection.id} ${token.subject} ${reason}`)) return;
    const written = this.write(token, reason, from).catch((failure: unknown) =>
      this.logger.warn({ err: failure }, 'That a token was refused is missing in the audit log'),
    );
    this.underWay.add(written);
    void written.finally(() => this.underWay.delete(written));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private isNew(what: string): boolean {
    const now = this.clock.now().getTime();
    if (now >= this.windowEnd) {
      this.told = new Set();
      this.windowEnd = now + WINDOW_MS;
    }
    if (this.told.has(what) || this.told.size >= MOST_TOLD) return false;
    this.told.add(what);
    return true;
  }

  private async write(
    { holder: { connection, person }, client }: AcceptedToken,
    reason: string,
    from: { channel: Channel; remoteAddress: string | undefined },
  ): Promise<void> {
    const actor = { tenantId: connection.tenantId, kind: 'anonymous', id: 'anonymous', ...from } as const;
    const details = { reason, agent: client, connection: connection.id };
    const target = person === null ? {} : { target: { kind: 'user', id: person.id } };
    await this.database.run((em) =>
      this.audit.recordOf(em, actor, { action: 'sign_in.failed', ...target, details }),
    );
  }
}
