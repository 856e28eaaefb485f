import { Injectable } from '@nestjs/common';
import { canonicalJson, Clock, TenantDatabase } from '@orkestra/core';
import { type AuditActor, AuditLog } from '../audit/audit-log.service';
import { EvidenceKeys } from '../evidence/evidence-keys.service';
import { NoEvidenceKeyError } from '../evidence/evidence.errors';
import { AuditExportRunningError, NothingSealedError } from './audit-chain.errors';
import { AUDIT_FILE_FORMAT, type AuditFileLine } from './audit-file';
import { AuditSeals } from './audit-seals.service';
import {
  checkpointOver,
  type CheckpointRow,
  lastCheckpoint,
  type Period,
  positionsOf,
  readSealed,
  type SealedEvent,
} from './chain.queries';
import { entryOf, erasableOf } from './chain-entry';

const ENTRIES_AT_ONCE = 500;

interface Extent {
  /** The checkpoint before the first entry; undefined where the file begins with the chain. */
  before: CheckpointRow | undefined;
  last: CheckpointRow;
}

/** The sealed audit log of a tenant as lines that anybody can check with the public key alone. */
@Injectable()
export class AuditExport {
  private readonly running = new Set<string>();

  constructor(
    private readonly database: TenantDatabase,
    private readonly seals: AuditSeals,
    private readonly keys: EvidenceKeys,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * The lines, each with its end, of what is sealed by now. It takes no snapshot and needs none: that does not change.
   * @param actor who asks, and for which tenant; whether they may is for the caller to know
   * @param period of which all is exported, and what was sealed in one with it
   * @throws NothingSealedError, NoEvidenceKeyError, AuditExportRunningError before the first line
   */
  async *lines(actor: AuditActor, period: Period = {}): AsyncGenerator<string> {
    const { tenantId } = actor;
    if (this.running.has(tenantId)) throw new AuditExportRunningError();
    this.running.add(tenantId);
    try {
      for await (const line of this.read(actor, period)) yield `${canonicalJson(line)}\n`;
    } finally {
      this.running.delete(tenantId);
    }
  }

  private async *read(actor: AuditActor, period: Period): AsyncGenerator<AuditFileLine> {
    const { tenantId } = actor;
    const { since = null, until = null } = period;
    await this.database.run(actor, (em) =>
      this.audit.recordOf(em, actor, {
        action: 'audit.exported',
        target: { kind: 'tenant', id: tenantId },
        details: { since, until },
      }),
    );
    const { before, last } = await this.extentOf(tenantId, period);
    yield {
      type: 'header',
      format: AUDIT_FILE_FORMAT,
      tenantId,
      from: (before?.to ?? 0) + 1,
      to: last.to,
      checkpoint: last.digest,
      since: since?.toISOString() ?? null,
      until: until?.toISOString() ?? null,
      exportedAt: this.clock.now().toISOString(),
      keys: (await this.keys.list()).map(({ jwk }) => jwk),
    };
    if (before !== undefined) yield { type: 'checkpoint', envelope: before.envelope };
    yield* this.checkpoints(tenantId, before, last.to);
  }

  private async extentOf(tenantId: string, period: Period): Promise<Extent> {
    return this.database.run({ tenantId }, async (em) => {
      const newest = await lastCheckpoint(em, tenantId);
      if (newest === undefined) throw this.seals.signs ? new NothingSealedError() : new NoEvidenceKeyError();
      const whole = period.since === undefined && period.until === undefined;
      if (whole) return { before: undefined, last: newest };
      const { from, to } = await positionsOf(em, tenantId, period);
      const [first, last] = [
        from === null ? undefined : await checkpointOver(em, tenantId, from),
        to === null ? undefined : await checkpointOver(em, tenantId, to),
      ];
      if (first === undefined || last === undefined) throw new NothingSealedError();
      return {
        before: first.from === 1 ? undefined : await checkpointOver(em, tenantId, first.from - 1),
        last,
      };
    });
  }

  private async *checkpoints(
    tenantId: string,
    before: CheckpointRow | undefined,
    to: number,
  ): AsyncGenerator<AuditFileLine> {
    let previous = before?.head ?? null;
    for (let from = (before?.to ?? 0) + 1; from <= to;) {
      const start = from;
      const checkpoint = await this.database.run({ tenantId }, (em) => checkpointOver(em, tenantId, start));
      if (checkpoint === undefined) return;
      for await (const event of this.events(tenantId, from, checkpoint.to)) {
        const { position, salt, erasableDigest, entryDigest } = event;
        const entry = entryOf(tenantId, event, { position, previous }, erasableDigest);
        const erasable = salt === null ? null : erasableOf(event, salt);
        yield { type: 'entry', entry, erasable, digest: entryDigest };
        previous = entryDigest;
      }
      yield { type: 'checkpoint', envelope: checkpoint.envelope };
      from = checkpoint.to + 1;
    }
  }

  private async *events(tenantId: string, from: number, to: number): AsyncGenerator<SealedEvent> {
    for (let start = from; start <= to; start += ENTRIES_AT_ONCE) {
      const end = Math.min(to, start + ENTRIES_AT_ONCE - 1);
      yield* await this.database.run({ tenantId }, (em) => readSealed(em, tenantId, start, end));
    }
  }
}
