import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Clock, Logger, SystemDatabase } from '@orkestra/core';
import { AuditLog } from '../audit/audit-log.service';
import type { AgainstKey, StoredKey } from '../auth/credentials.queries';
import type { Channel } from '../tenant-context';

export type RefusalReason = 'wrong_secret' | AgainstKey | 'address_not_allowed';

export interface KeyRefusal {
  key: Pick<StoredKey, 'tenantId' | 'keyId' | 'id' | 'prefix'>;
  reason: RefusalReason;
  channel: Channel;
  remoteAddress: string | undefined;
}

const WINDOW_MS = 60_000;
/** Of one key in a minute, at one process: a program that loops, or somebody who guesses, does not fill the log. */
const MOST_PER_KEY = 20;
const MOST_KEYS = 10_000;

/** Tells the tenant's audit log of keys that were refused: each reason and address once a minute, beside the request. */
@Injectable()
export class KeyRefusals implements BeforeApplicationShutdown {
  private readonly underWay = new Set<Promise<void>>();
  private told = new Map<string, Set<string>>();
  private windowEnd = 0;

  constructor(
    private readonly database: SystemDatabase,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  note(refusal: KeyRefusal): void {
    if (!this.isNew(refusal)) return;
    const written = this.write(refusal).catch((error: unknown) =>
      this.logger.warn({ err: error }, 'That a key was refused is missing in the audit log'),
    );
    this.underWay.add(written);
    void written.finally(() => this.underWay.delete(written));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private isNew({ key, reason, remoteAddress }: KeyRefusal): boolean {
    const now = this.clock.now().getTime();
    if (now >= this.windowEnd || this.told.size >= MOST_KEYS) {
      this.told = new Map();
      this.windowEnd = now + WINDOW_MS;
    }
    const told = this.told.get(key.keyId) ?? new Set();
    this.told.set(key.keyId, told);
    const what = `${reason} ${remoteAddress ?? ''}`;
    if (told.has(what) || told.size >= MOST_PER_KEY) return false;
    told.add(what);
    return true;
  }

  private async write({ key, reason, channel, remoteAddress }: KeyRefusal): Promise<void> {
    const { tenantId, keyId, prefix } = key;
    const who =
      reason === 'wrong_secret'
        ? ({ kind: 'anonymous', id: 'anonymous' } as const)
        : ({ kind: 'service', id: key.id } as const);
    const entry = { action: 'key.refused', target: { kind: 'key', id: keyId }, details: { reason, prefix } };
    await this.database.run((em) =>
      this.audit.recordOf(em, { tenantId, ...who, channel, remoteAddress }, entry),
    );
  }
}
