import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Clock, Logger, SystemDatabase } from '@orkestra/core';
import { type AuditActor, type AuditEntry, AuditLog } from './audit-log.service';

/** Credentials that somebody showed, and that were not taken. */
export interface Refusal {
  actor: AuditActor;
  entry: AuditEntry;
  /** Which credentials they are. */
  of: string;
  /** Why they were refused. */
  reason: string;
}

const WINDOW_MS = 60_000;
/** Of the same credentials in a minute, at one process: a program that loops, or somebody who guesses, does not fill the log. */
const MOST_OF_ONE = 20;
const MOST_CREDENTIALS = 10_000;

/** Tells the tenant's audit log of credentials that were refused: each reason and address once a minute, beside the request. */
@Injectable()
export class Refusals implements BeforeApplicationShutdown {
  private readonly underWay = new Set<Promise<void>>();
  private told = new Map<string, Set<string>>();
  private windowEnd = 0;

  constructor(
    private readonly database: SystemDatabase,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  note(refusal: Refusal): void {
    if (!this.isNew(refusal)) return;
    const { actor, entry } = refusal;
    const written = this.database
      .run((em) => this.audit.recordOf(em, actor, entry))
      .catch((error: unknown) =>
        this.logger.warn({ err: error }, 'That credentials were refused is missing in the audit log'),
      );
    this.underWay.add(written);
    void written.finally(() => this.underWay.delete(written));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private isNew({ of, reason, actor }: Refusal): boolean {
    const now = this.clock.now().getTime();
    if (now >= this.windowEnd || this.told.size >= MOST_CREDENTIALS) {
      this.told = new Map();
      this.windowEnd = now + WINDOW_MS;
    }
    const told = this.told.get(of) ?? new Set();
    this.told.set(of, told);
    const what = `${reason} ${actor.remoteAddress ?? ''}`;
    if (told.has(what) || told.size >= MOST_OF_ONE) return false;
    told.add(what);
    return true;
  }
}
