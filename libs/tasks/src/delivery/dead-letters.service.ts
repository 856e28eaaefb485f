import { Injectable } from '@nestjs/common';
import {
  Clock,
  decodeCursor,
  InvalidCursorError,
  isUuid,
  type Page,
  type PageRequest,
  pageSize,
  TenantDatabase,
  toPage,
} from '@orkestra/core';
import { AuditLog, requireScope, type TenantContext } from '@orkestra/tenancy';
import { type DeadLetterView, listDead } from './dead-letter.queries';
import { InvalidReplayError } from './dead-letter.errors';
import { reviveDead } from './dead-letter.store';

/** How many are revived at once. */
export const MOST_REPLAYED = 100;

/** What of a tenant could not be delivered, for its admins. */
@Injectable()
export class DeadLettersService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** The oldest first. @throws RoleForbidsError */
  async list(ctx: TenantContext, request: PageRequest): Promise<Page<DeadLetterView>> {
    requireScope(ctx, 'deliveries:write');
    const size = pageSize(request);
    const filter = { tenantId: ctx.tenantId, after: afterOf(request) };
    const rows = await this.database.run(ctx, (em) => listDead(em, filter, size + 1));
    return toPage(
      rows,
      size,
      (row) => row,
      ({ id }) => [id],
    );
  }

  /**
   * Has them tried again at once, all of them or none.
   * @throws DeadLetterNotFoundError, InvalidReplayError, RoleForbidsError
   */
  async replay(ctx: TenantContext, ids: readonly string[]): Promise<string[]> {
    requireScope(ctx, 'deliveries:write');
    const asked = [...new Set(ids)];
    if (asked.length === 0 || asked.length > MOST_REPLAYED) throw new InvalidReplayError(MOST_REPLAYED);
    return this.database.run(ctx, async (em) => {
      const revived = await reviveDead(em, asked, this.clock.now());
      const replayed = revived.map(({ id }) => id);
      await this.audit.record(em, ctx, { action: 'dead_letters.replayed', details: { ids: replayed } });
      return replayed;
    });
  }
}

function afterOf({ after }: PageRequest): string | null {
  if (after == null) return null;
  const [id] = decodeCursor(after, 1);
  if (typeof id === 'string' && isUuid(id)) return id;
  throw new InvalidCursorError();
}
