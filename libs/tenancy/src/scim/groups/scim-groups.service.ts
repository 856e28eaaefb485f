import { Injectable } from '@nestjs/common';
import { Clock, Ids, oneLine, TenantDatabase } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../audit/audit-log.service';
import { GroupEnds } from '../../groups/group-ends.service';
import { deleteGroup } from '../../groups/group-membership.store';
import { lockPeople } from '../../people/admins.store';
import { requireScope } from '../../permissions';
import type { TenantContext } from '../../tenant-context';
import { connectionOf } from '../directory-context';
import { MappedRoles } from '../mapped-roles.store';
import { checkVersion, type IfMatch } from '../resource-version';
import { ScimRequestError, ScimUniquenessError } from '../scim.errors';
import { patchOperations, type ScimList, type ScimListRequest } from '../scim-request';
import { GroupChanges } from './group-changes';
import { listGroups, readGroup, type ScimGroup } from './scim-group.queries';
import {
  changeMembers,
  groupRivals,
  insertGroup,
  type NewScimGroup,
  releaseGroup,
  strangersAmong,
  updateGroup,
} from './scim-group.store';

export interface ScimGroupAnswer {
  group: ScimGroup;
  ignored: string[];
}

type Body = Readonly<Record<string, unknown>>;

const LONGEST_NAME = 100;

/** The groups that a directory connection provisions, and which of its people are in them. */
@Injectable()
export class ScimGroupsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly ends: GroupEnds,
    private readonly roles: MappedRoles,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * A new group; or one of this workspace that has the name, or the key that follows from it, and that no directory
   * looks after yet: whoever is in it stays.
   * @throws ScimRequestError, ScimUniquenessError
   */
  async create(ctx: TenantContext, body: Body): Promise<ScimGroupAnswer> {
    requireScope(ctx, 'groups:write');
    const changes = new GroupChanges().merge(body);
    const name = checkedName(changes.displayName);
    const connectionId = connectionOf(ctx);
    return this.database.run(ctx, async (em) => {
      await lockPeople(em);
      const externalId = changes.externalId ?? null;
      const [known, ...others] = await groupRivals(em, { connectionId, name, externalId });
      if ([known, ...others].some((rival) => rival?.connectionId === connectionId)) throw taken();
      const group = this.written(ctx, { id: known?.id ?? this.ids.next(), name, externalId });
      if (known === undefined)
        await this.record(em, ctx, 'group.provisioned', group, { key: await insertGroup(em, group) });
      else {
        await updateGroup(em, group);
        await this.record(em, ctx, 'group.linked_to_directory', group, {
          key: known.key,
          before: known.name,
        });
      }
      await this.applyMembers(em, ctx, group, changes);
      return this.answer(em, connectionId, group.id, changes);
    });
  }

  /** @throws ScimResourceNotFoundError, ScimRequestError tooMany */
  async get(ctx: TenantContext, id: string, withMembers: boolean): Promise<ScimGroup> {
    requireScope(ctx, 'directory:read');
    return this.database.run(ctx, (em) => readGroup(em, connectionOf(ctx), id, { withMembers }));
  }

  /** @throws ScimRequestError */
  async list(
    ctx: TenantContext,
    request: ScimListRequest,
    withMembers: boolean,
  ): Promise<ScimList<ScimGroup>> {
    requireScope(ctx, 'directory:read');
    return this.database.run(ctx, (em) => listGroups(em, connectionOf(ctx), request, withMembers));
  }

  /** @throws ScimResourceNotFoundError, ScimRequestError, ScimUniquenessError, ScimVersionError */
  async replace(ctx: TenantContext, id: string, body: Body, ifMatch?: IfMatch): Promise<ScimGroupAnswer> {
    const changes = new GroupChanges().merge(body, 'replace');
    changes.displayName ??= '';
    changes.externalId ??= null;
    // Without members, nobody is in it.
    if (!changes.clears) changes.merge({ members: [] }, 'replace');
    return this.database.run(ctx, async (em) => {
      await this.change(em, ctx, id, changes, ifMatch);
      return this.answer(em, connectionOf(ctx), id, changes);
    });
  }

  /**
   * By as many statements, whoever is in the group.
   * @throws ScimResourceNotFoundError, ScimRequestError, ScimUniquenessError, ScimVersionError
   */
  async patch(
    ctx: TenantContext,
    id: string,
    body: Body,
    ifMatch?: IfMatch,
  ): Promise<{ revision: number; ignored: string[] }> {
    const changes = new GroupChanges();
    for (const operation of patchOperations(body)) changes.apply(operation);
    const revision = await this.database.run(ctx, (em) => this.change(em, ctx, id, changes, ifMatch));
    return { revision, ignored: [...changes.ignored] };
  }

  /**
   * Its people of the connection leave it. A group that open tasks refer to stays, for admins to look after; any other
   * is gone.
   * @throws ScimResourceNotFoundError, ScimVersionError
   */
  async delete(ctx: TenantContext, id: string, ifMatch?: IfMatch): Promise<void> {
    requireScope(ctx, 'groups:write');
    const connectionId = connectionOf(ctx);
    await this.database.run(ctx, async (em) => {
      await lockPeople(em);
      // In the order in which commands on tasks lock: the task, and then the group that it names.
      await this.ends.hold(em, ctx, (await readGroup(em, connectionId, id)).id);
      const group = await readGroup(em, connectionId, id, { lock: 'FOR UPDATE OF g' });
      checkVersion(group.revision, ifMatch);
      const everybody = { groupId: id, connectionId, clears: true, comes: [], leaves: [] };
      const { left } = await changeMembers(em, ctx.tenantId, everybody);
      await this.roles.apply(em, ctx, { connectionId, people: left });
      const openTasks = await this.ends.count(em, ctx, id);
      if (openTasks === 0) await deleteGroup(em, id, this.clock.now());
      else await releaseGroup(em, id, this.clock.now());
      const action = openTasks === 0 ? 'group.deleted' : 'group.released_by_directory';
      await this.record(em, ctx, action, group, { key: group.key, openTasks, left: left.length });
    });
  }

  /** Answers with the revision that the group has then. */
  private async change(
    em: EntityManager,
    ctx: TenantContext,
    id: string,
    changes: GroupChanges,
    ifMatch: IfMatch | undefined,
  ): Promise<number> {
    requireScope(ctx, 'groups:write');
    const connectionId = connectionOf(ctx);
    await lockPeople(em);
    const before = await readGroup(em, connectionId, id, { lock: 'FOR UPDATE OF g' });
    checkVersion(before.revision, ifMatch);
    const name = changes.displayName === undefined ? before.name : checkedName(changes.displayName);
    const externalId = changes.externalId === undefined ? before.externalId : changes.externalId;
    const isRenamed = name !== before.name || externalId !== before.externalId;
    const group = this.written(ctx, { id, name, externalId });
    if (isRenamed) await this.refuseRivals(em, group);
    const moved = await this.applyMembers(em, ctx, group, changes);
    if (!isRenamed && !moved) return before.revision;
    await updateGroup(em, group);
    if (isRenamed) {
      await this.record(em, ctx, 'group.renamed', group, {
        key: before.key,
        before: before.name,
        after: name,
      });
      await this.roles.apply(em, ctx, { connectionId });
    }
    return before.revision + 1;
  }

  private async refuseRivals(em: EntityManager, group: NewScimGroup): Promise<void> {
    const rivals = await groupRivals(em, group);
    if (rivals.some(({ id, connectionId }) => id !== group.id && connectionId !== null)) throw taken();
  }

  /** Whether somebody came or left. */
  private async applyMembers(
    em: EntityManager,
    ctx: TenantContext,
    { id, connectionId }: NewScimGroup,
    changes: GroupChanges,
  ): Promise<boolean> {
    const { clears, comes, leaves } = changes;
    const strangers = await strangersAmong(em, connectionId, [...comes]);
    if (strangers.length > 0) {
      const message = `This connection provisions nobody with the id ${strangers.join(', ')}. Create them first.`;
      throw new ScimRequestError('invalidValue', message);
    }
    const steps = { groupId: id, connectionId, clears, comes: [...comes], leaves: [...leaves] };
    const { joined, left } = await changeMembers(em, ctx.tenantId, steps);
    const moved = [...joined, ...left];
    if (moved.length === 0) return false;
    await this.roles.apply(em, ctx, { connectionId, people: moved });
    await this.record(em, ctx, 'group.members_changed', { id }, namesOf(joined, left));
    return true;
  }

  private async answer(
    em: EntityManager,
    connectionId: string,
    id: string,
    { ignored }: GroupChanges,
  ): Promise<ScimGroupAnswer> {
    return { group: await readGroup(em, connectionId, id, { withMembers: true }), ignored: [...ignored] };
  }

  private written(ctx: TenantContext, group: Pick<NewScimGroup, 'id' | 'name' | 'externalId'>): NewScimGroup {
    return { ...group, tenantId: ctx.tenantId, connectionId: connectionOf(ctx), now: this.clock.now() };
  }

  private async record(
    em: EntityManager,
    ctx: TenantContext,
    action: string,
    { id }: { id: string },
    details: object,
  ): Promise<void> {
    await this.audit.record(em, ctx, { action, target: { kind: 'group', id }, details: { ...details } });
  }
}

const MOST_NAMED = 200;

/** An entry of the audit log names so many people; of more it says how many. */
function namesOf(joined: readonly string[], left: readonly string[]): object {
  const named = joined.length + left.length <= MOST_NAMED ? { joined, left } : {};
  return { ...named, joinedCount: joined.length, leftCount: left.length };
}

function checkedName(displayName = ''): string {
  const name = oneLine(displayName);
  if (name !== '' && name.length <= LONGEST_NAME) return name;
  throw new ScimRequestError('invalidValue', `"displayName" must have 1 to ${LONGEST_NAME} characters.`);
}

function taken(): ScimUniquenessError {
  return new ScimUniquenessError(
    'There is a group with this name or external id already. Change that one instead.',
  );
}
