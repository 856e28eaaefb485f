import { Injectable } from '@nestjs/common';
import { type Page, type PageRequest, pageSize, queryRows, TenantDatabase, toPage } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { readCalendar } from '../calendars/calendars.service';
import { leads, refuseGuestsElsewhere, requireScope } from '../permissions';
import type { TenantContext } from '../tenant-context';
import { resolveAssignees } from './assignees.queries';
import type { DirectoryGroup, GroupStrategy } from './directory-view';
import { UnknownGroupError } from './directory.errors';
import { checkEscalationChain, targetsOf } from './escalation-chain.schema';
import type { EscalationStep } from './escalation-step.schema';
import { requireSupervisor } from './supervision';
import { readTextCursor } from './text-cursor';

export interface GroupSettings {
  group: DirectoryGroup;
  strategy: GroupStrategy;
  /** Null for the tenant's. */
  calendarKey: string | null;
  /** What happens when a task of the group is late and says nothing itself; null for the tenant's chain. */
  escalationChain: EscalationStep[] | null;
  /** Whether the principal may change them. */
  mayChange: boolean;
}

/** How groups hand out their tasks, when they work and what happens to late tasks. */
@Injectable()
export class GroupSettingsService {
  constructor(private readonly database: TenantDatabase) {}

  /** The groups of the tenant, by key. */
  async list(ctx: TenantContext, page: PageRequest): Promise<Page<GroupSettings>> {
    requireScope(ctx, 'directory:read');
    const size = pageSize(page);
    const after = readTextCursor(page.after);
    const rows = await this.database.query<SettingsRow>(
      ctx,
      `SELECT ${COLUMNS} FROM groups g WHERE g.key > $1 AND g.deleted_at IS NULL ORDER BY g.key LIMIT $2`,
      [after, size + 1],
    );
    return toPage(
      rows,
      size,
      (row) => toSettings(ctx, row),
      ({ key }) => [key],
    );
  }

  /** @throws UnknownGroupError unless a group has the key or id */
  async get(ctx: TenantContext, keyOrId: string): Promise<GroupSettings> {
    requireScope(ctx, 'directory:read');
    return this.database.run(ctx, (em) => read(em, ctx, keyOrId));
  }

  /**
   * Counts for tasks that are created or handed to the group from now on.
   * @throws UnknownGroupError, SupervisorOnlyError
   */
  async setStrategy(ctx: TenantContext, keyOrId: string, strategy: GroupStrategy): Promise<GroupSettings> {
    return this.change(ctx, keyOrId, async (em, { group }) => {
      await em.query('UPDATE groups SET strategy = $2 WHERE id = $1', [group.id, strategy]);
    });
  }

  /**
   * @param calendarKey null for the tenant's
   * @throws UnknownGroupError, SupervisorOnlyError, UnknownCalendarError
   */
  async setCalendar(ctx: TenantContext, keyOrId: string, calendarKey: string | null): Promise<GroupSettings> {
    return this.change(ctx, keyOrId, async (em, { group }) => {
      if (calendarKey !== null) await readCalendar(em, calendarKey);
      await em.query('UPDATE groups SET calendar_key = $2 WHERE id = $1', [group.id, calendarKey]);
    });
  }

  /**
   * @param chain null for the tenant's
   * @throws UnknownGroupError, SupervisorOnlyError, InvalidEscalationChainError, UnknownUserError
   */
  async setEscalationChain(ctx: TenantContext, keyOrId: string, chain: unknown): Promise<GroupSettings> {
    const checked = chain === null ? null : checkEscalationChain(chain);
    return this.change(ctx, keyOrId, async (em, { group }) => {
      await resolveAssignees(em, targetsOf(checked ?? []));
      await em.query('UPDATE groups SET escalation_chain = $2 WHERE id = $1', [
        group.id,
        checked === null ? null : JSON.stringify(checked),
      ]);
    });
  }

  private async change(
    ctx: TenantContext,
    keyOrId: string,
    write: (em: EntityManager, before: GroupSettings) => Promise<void>,
  ): Promise<GroupSettings> {
    refuseGuestsElsewhere(ctx);
    return this.database.run(ctx, async (em) => {
      const before = await read(em, ctx, keyOrId);
      requireSupervisor(ctx, before.group.id);
      await write(em, before);
      return read(em, ctx, before.group.id);
    });
  }
}

type SettingsRow = DirectoryGroup & Pick<GroupSettings, 'strategy' | 'calendarKey' | 'escalationChain'>;

const COLUMNS = `g.id, g.key, g.name, g.strategy, g.calendar_key AS "calendarKey",
  g.escalation_chain AS "escalationChain"`;

async function read(em: EntityManager, ctx: TenantContext, keyOrId: string): Promise<GroupSettings> {
  const { groups } = await resolveAssignees(em, { groups: [keyOrId] });
  const sql = `SELECT ${COLUMNS} FROM groups g WHERE g.id = $1`;
  const [row] = await queryRows<SettingsRow>(em, sql, [groups.get(keyOrId)?.id]);
  if (row === undefined) throw new UnknownGroupError(keyOrId);
  return toSettings(ctx, row);
}

function toSettings(ctx: TenantContext, { id, key, name, ...settings }: SettingsRow): GroupSettings {
  return { group: { id, key, name }, ...settings, mayChange: leads(ctx, id) };
}
