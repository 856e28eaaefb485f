import { Injectable } from '@nestjs/common';
import { Clock, Ids, isUuid, oneLine, queryRows, TenantDatabase } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../audit/audit-log.service';
import type { DirectoryGroup } from '../directory/directory-view';
import { lockPeople } from '../people/admins.store';
import { placesByDirectory } from '../people/managed-people.queries';
import { requireScope } from '../permissions';
import { ManagedByDirectoryError } from '../scim/scim.errors';
import type { TenantContext } from '../tenant-context';
import { GroupEnds } from './group-ends.service';
import { deleteGroup, type GroupRole, putMembers } from './group-membership.store';
import {
  GroupExistsError,
  GroupHoldsTasksError,
  GroupNotFoundError,
  InvalidGroupError,
} from './groups.errors';

export interface MemberChange {
  /** Who is in the group afterwards, and as what: ids of people who have not left. */
  put?: readonly { personId: string; role: GroupRole }[] | undefined;
  /** Ids of people who leave the group. */
  remove?: readonly string[] | undefined;
}

const KEY = /^[a-z][a-z0-9-]{0,62}$/;
const LONGEST_NAME = 100;
const MOST_AT_ONCE = 200;

/** The groups of a tenant, and who is in them. */
@Injectable()
export class GroupsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly ends: GroupEnds,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws InvalidGroupError, GroupExistsError */
  async create(ctx: TenantContext, { key, name }: { key: string; name: string }): Promise<DirectoryGroup> {
    requireScope(ctx, 'groups:write');
    if (!KEY.test(key) || isUuid(key)) {
      throw new InvalidGroupError('/key', 'small letters, digits and hyphens, a letter first; at most 63');
    }
    const group = { id: this.ids.next(), key, name: checkedName(name) };
    return this.database.run(ctx, async (em) => {
      const made = await queryRows(
        em,
        `INSERT INTO groups (tenant_id, id, key, name) VALUES ($1, $2, $3, $4)
         ON CONFLICT (tenant_id, key) DO NOTHING RETURNING id`,
        [ctx.tenantId, group.id, key, group.name],
      );
      if (made.length === 0) throw new GroupExistsError(key);
      await this.note(em, ctx, 'group.created', group, {});
      return group;
    });
  }

  /** The key stays, since workflows name the group by it. @throws GroupNotFoundError, InvalidGroupError, ManagedByDirectoryError */
  async rename(ctx: TenantContext, keyOrId: string, name: string): Promise<DirectoryGroup> {
    requireScope(ctx, 'groups:write');
    const next = checkedName(name);
    return this.database.run(ctx, async (em) => {
      const group = await lockedGroup(em, keyOrId);
      await refuseManaged(em, group);
      await queryRows(em, 'UPDATE groups SET name = $2 WHERE id = $1', [group.id, next]);
      await this.note(em, ctx, 'group.renamed', group, { before: group.name, after: next });
      return { ...group, name: next };
    });
  }

  /** Members and supervisors in one step. @throws GroupNotFoundError, InvalidGroupError, ManagedByDirectoryError */
  async changeMembers(
    ctx: TenantContext,
    keyOrId: string,
    { put = [], remove = [] }: MemberChange,
  ): Promise<DirectoryGroup> {
    requireScope(ctx, 'groups:write');
    if (put.length + remove.length > MOST_AT_ONCE) {
      throw new InvalidGroupError('/put', `at most ${MOST_AT_ONCE} people at once`);
    }
    const named = [...put.map(({ personId }) => personId), ...remove];
    if (new Set(named).size < named.length) throw new InvalidGroupError('/put', 'name each person once');
    return this.database.run(ctx, async (em) => {
      await lockPeople(em);
      const group = await lockedGroup(em, keyOrId);
      await requirePeople(
        em,
        put.map(({ personId }) => personId),
      );
      await refuseManagedPlaces(em, group, { put, remove });
      const members = put.map(({ personId: userId, role }) => ({ userId, role }));
      await putMembers(em, ctx.tenantId, group.id, members);
      const sql = 'DELETE FROM group_members WHERE group_id = $1 AND user_id = ANY($2::uuid[])';
      await em.query(sql, [group.id, remove.filter(isUuid)]);
      await this.note(em, ctx, 'group.members_changed', group, { put, remove });
      return group;
    });
  }

  /** How many open tasks refer to the group, in their queue, their candidates or their chain. */
  async openTasks(ctx: TenantContext, keyOrId: string): Promise<number> {
    requireScope(ctx, 'groups:write');
    return this.database.run(ctx, async (em) => {
      const { id } = await findGroup(em, keyOrId);
      return this.ends.count(em, ctx, id);
    });
  }

  /**
   * Its key is free again; closed tasks keep its name.
   * @param moveTasksTo key or id of the group that gets its open tasks
   * @throws GroupNotFoundError, GroupHoldsTasksError, GroupVoteError, ManagedByDirectoryError
   */
  async delete(
    ctx: TenantContext,
    keyOrId: string,
    moveTasksTo?: string,
  ): Promise<{ group: DirectoryGroup; movedTasks: number }> {
    requireScope(ctx, 'groups:write');
    const { afterwards, ...answer } = await this.database.run(ctx, async (em) => {
      await lockPeople(em);
      // In the order in which commands on tasks lock: the task, and then the group that it names.
      await this.ends.hold(em, ctx, (await findGroup(em, keyOrId)).id);
      const group = await lockedGroup(em, keyOrId);
      await refuseManaged(em, group);
      const { moved, afterwards } = await this.emptied(em, ctx, group, moveTasksTo);
      await deleteGroup(em, group.id, this.clock.now());
      await this.note(em, ctx, 'group.deleted', group, { movedTasks: moved, moveTasksTo });
      return { group, movedTasks: moved, afterwards };
    });
    afterwards();
    return answer;
  }

  private async emptied(
    em: EntityManager,
    ctx: TenantContext,
    group: DirectoryGroup,
    moveTasksTo: string | undefined,
  ): Promise<{ moved: number; afterwards: () => void }> {
    if (moveTasksTo === undefined) {
      const open = await this.ends.count(em, ctx, group.id);
      if (open > 0) throw new GroupHoldsTasksError(open);
      return { moved: 0, afterwards: () => undefined };
    }
    const target = await lockedGroup(em, moveTasksTo);
    if (target.id === group.id) throw new InvalidGroupError('/moveTasksTo', 'must be another group');
    return this.ends.move(em, ctx, group, target);
  }

  private async note(
    em: EntityManager,
    ctx: TenantContext,
    action: string,
    { id, key }: DirectoryGroup,
    details: object,
  ): Promise<void> {
    await this.audit.record(em, ctx, {
      action,
      target: { kind: 'group', id },
      details: { key, ...details },
    });
  }
}

function checkedName(name: string): string {
  const line = oneLine(name);
  if (line === '' || line.length > LONGEST_NAME) {
    throw new InvalidGroupError('/name', `must have 1 to ${LONGEST_NAME} characters`);
  }
  return line;
}

async function findGroup(em: EntityManager, keyOrId: string, lock = ''): Promise<DirectoryGroup> {
  const column = isUuid(keyOrId) ? 'id' : 'key';
  const sql = `SELECT id, key, name FROM groups WHERE ${column} = $1 AND deleted_at IS NULL ${lock}`;
  const [group] = keyOrId.includes('\0') ? [] : await queryRows<DirectoryGroup>(em, sql, [keyOrId]);
  if (group === undefined) throw new GroupNotFoundError();
  return group;
}

/** Waits for whoever is about to give the group a task, so that it counts as one of its own. */
async function lockedGroup(em: EntityManager, keyOrId: string): Promise<DirectoryGroup> {
  return findGroup(em, keyOrId, 'FOR UPDATE');
}

/** @throws ManagedByDirectoryError */
async function refuseManaged(em: EntityManager, { id }: DirectoryGroup): Promise<void> {
  const rows = await queryRows(em, `SELECT FROM groups WHERE id = $1 AND managed_by <> 'local'`, [id]);
  if (rows.length > 0) throw new ManagedByDirectoryError('group');
}

/** What somebody is in the group is for admins here; whether they are in it may be for the directory. */
async function refuseManagedPlaces(
  em: EntityManager,
  { id }: DirectoryGroup,
  { put = [], remove = [] }: MemberChange,
): Promise<void> {
  const added = put.map(({ personId }) => personId);
  const places = await placesByDirectory(em, id, [...added, ...remove].filter(isUuid));
  const isChanged = places.some((place) => place.isMember === remove.includes(place.id));
  if (isChanged) throw new ManagedByDirectoryError('group');
}

async function requirePeople(em: EntityManager, ids: readonly string[]): Promise<void> {
  const sql = 'SELECT id FROM users WHERE id = ANY($1::uuid[]) AND (active OR invited_at IS NOT NULL)';
  const found = await queryRows<{ id: string }>(em, sql, [ids.filter(isUuid)]);
  const missing = ids.find((id) => !found.some((one) => one.id === id));
  if (missing !== undefined) {
    throw new InvalidGroupError('/put', `there is nobody "${missing}" in the workspace who could be in it`);
  }
}
