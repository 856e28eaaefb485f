import { Injectable } from '@nestjs/common';
import {
  Clock,
  decodeCursor,
  Ids,
  InvalidCursorError,
  isUuid,
  type Page,
  type PageRequest,
  pageSize,
  queryRows,
  TenantDatabase,
  toPage,
} from '@orkestra/core';
import { TasksService } from '@orkestra/tasks';
import { AuditLog, requireScope, type TenantContext } from '@orkestra/tenancy';
import { InvalidLegalHoldError, LegalHoldNotFoundError, LegalHoldReleasedError } from './holds.errors';
import { LEGAL_HOLD_COLUMNS, type LegalHoldView } from './legal-hold-view';

const LONGEST_REASON = 1_000;

/** What must be kept because somebody may ask for it: for owners, admins and auditors. */
@Injectable()
export class LegalHolds {
  constructor(
    private readonly database: TenantDatabase,
    private readonly tasks: TasksService,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** The newest first. @throws InvalidCursorError, TaskNotFoundError */
  async list(
    ctx: TenantContext,
    { taskId, inForce }: { taskId?: string | undefined; inForce?: boolean | undefined },
    page: PageRequest,
  ): Promise<Page<LegalHoldView>> {
    requireScope(ctx, 'holds:write');
    const size = pageSize(page);
    const before = page.after ? idIn(page.after) : null;
    const task = taskId === undefined ? null : await this.tasks.get(ctx, taskId);
    const values = [ctx.tenantId, task?.id ?? null, inForce ?? null, before, size + 1];
    const rows = await this.database.query<LegalHoldView>(ctx, LIST, values);
    return toPage(
      rows,
      size,
      (row) => row,
      ({ id }) => [id],
    );
  }

  /**
   * @param taskId left out for all that the tenant has
   * @param reason 1 to 1,000 characters
   * @throws RoleForbidsError, TaskNotFoundError, InvalidLegalHoldError
   */
  async place(
    ctx: TenantContext,
    { taskId, reason }: { taskId?: string | undefined; reason: string },
  ): Promise<LegalHoldView> {
    requireScope(ctx, 'holds:write');
    const text = reason.trim();
    if (text === '' || text.length > LONGEST_REASON || text.includes('\0'))
      throw new InvalidLegalHoldError('/reason', `must have 1 to ${LONGEST_REASON} characters`);
    if (taskId !== undefined) await this.tasks.get(ctx, taskId);
    const { id: by, displayName } = ctx.principal;
    const id = this.ids.next();
    return this.database.run(ctx, async (em) => {
      const values = [ctx.tenantId, id, taskId ?? null, text, by, displayName, this.clock.now()];
      const [hold] = await queryRows<LegalHoldView>(em, INSERT, values);
      if (hold === undefined) throw new Error('A legal hold was not written');
      await this.audit.record(em, ctx, {
        action: 'legal_hold.placed',
        target: targetOf(ctx, hold),
        details: { hold: id },
      });
      return hold;
    });
  }

  /** @throws RoleForbidsError, LegalHoldNotFoundError, LegalHoldReleasedError */
  async release(ctx: TenantContext, holdId: string): Promise<LegalHoldView> {
    requireScope(ctx, 'holds:write');
    if (!isUuid(holdId)) throw new LegalHoldNotFoundError();
    const { id: by, displayName } = ctx.principal;
    return this.database.run(ctx, async (em) => {
      const values = [ctx.tenantId, holdId, by, displayName, this.clock.now()];
      const [hold] = await queryRows<LegalHoldView>(em, RELEASE, values);
      if (hold === undefined) {
        const known = await queryRows(em, 'SELECT FROM legal_holds WHERE id = $1', [holdId]);
        throw known.length === 0 ? new LegalHoldNotFoundError() : new LegalHoldReleasedError();
      }
      await this.audit.record(em, ctx, {
        action: 'legal_hold.released',
        target: targetOf(ctx, hold),
        details: { hold: holdId },
      });
      return hold;
    });
  }
}

function idIn(cursor: string): string {
  const [id] = decodeCursor(cursor, 1);
  if (!isUuid(id)) throw new InvalidCursorError();
  return id;
}

function targetOf({ tenantId }: TenantContext, { taskId }: LegalHoldView): { kind: string; id: string } {
  return taskId === null ? { kind: 'tenant', id: tenantId } : { kind: 'task', id: taskId };
}

const LIST = `
  SELECT ${LEGAL_HOLD_COLUMNS} FROM legal_holds
  WHERE tenant_id = $1 AND ($2::uuid IS NULL OR task_id = $2) AND ($4::uuid IS NULL OR id < $4)
    AND ($3::boolean IS NULL OR (released_at IS NULL) = $3)
  ORDER BY id DESC LIMIT $5`;

const INSERT = `
  INSERT INTO legal_holds (tenant_id, id, task_id, reason, placed_by_id, placed_by_name, placed_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING ${LEGAL_HOLD_COLUMNS}`;

const RELEASE = `
  UPDATE legal_holds SET released_by_id = $3, released_by_name = $4, released_at = $5
  WHERE tenant_id = $1 AND id = $2 AND released_at IS NULL RETURNING ${LEGAL_HOLD_COLUMNS}`;
