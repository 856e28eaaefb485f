import { Injectable } from '@nestjs/common';
import { type Page, type PageRequest, queryRows, TenantDatabase } from '@orkestra/core';
import { AuditLog } from '../audit/audit-log.service';
import { SessionsService } from '../auth/sessions.service';
import { resolveAssignees } from '../directory/assignees.queries';
import { type GroupPlace, replaceGroupsOf } from '../groups/group-membership.store';
import { requireScope } from '../permissions';
import type { TenantRole } from '../roles';
import { ManagedByDirectoryError } from '../scim/scim.errors';
import type { TenantContext } from '../tenant-context';
import { keepAnAdmin, lockPeople, requireMayChange } from './admins.store';
import { listPeople, type PeopleFilter, readPerson } from './people.queries';
import { directoryGivesRole, groupsByDirectory } from './managed-people.queries';
import { checkedRole } from './person-fields';
import type { PersonView } from './person-view';

export type PeopleRequest = Omit<PeopleFilter, 'groupId'> & {
  /** Key or id. */
  group?: string | undefined;
};

/** Who is in the tenant, also who was invited and who has left. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly sessions: SessionsService,
    private readonly audit: AuditLog,
  ) {}

  /** By name. @throws UnknownGroupError, InvalidSearchError, InvalidCursorError */
  async list(ctx: TenantContext, request: PeopleRequest, page: PageRequest): Promise<Page<PersonView>> {
    requireScope(ctx, 'directory:read');
    const { group, ...filter } = request;
    return this.database.run(ctx, async (em) => {
      const { groups } = await resolveAssignees(em, { groups: group === undefined ? [] : [group] });
      const groupId = group === undefined ? undefined : groups.get(group)?.id;
      return listPeople(em, ctx.tenantId, { ...filter, groupId }, page);
    });
  }

  /** @throws PersonNotFoundError */
  async get(ctx: TenantContext, personId: string): Promise<PersonView> {
    requireScope(ctx, 'directory:read');
    return this.database.run(ctx, (em) => readPerson(em, ctx.tenantId, personId));
  }

  /**
   * Holds from the person's next request on. With a role that may do more they sign in again: sessions opened before end.
   * @throws PersonNotFoundError, LastAdminError, RoleForbidsError when an owner is concerned, ManagedByDirectoryError
   *   where a directory says what roles people have
   */
  async changeRole(ctx: TenantContext, personId: string, role: TenantRole): Promise<PersonView> {
    const next = checkedRole(role);
    requireMayChange(ctx, next);
    const person = await this.database.run(ctx, async (em) => {
      await lockPeople(em);
      const before = await readPerson(em, ctx.tenantId, personId);
      requireMayChange(ctx, before.role);
      if (before.role === next) return before;
      if (await directoryGivesRole(em, personId)) throw new ManagedByDirectoryError('person');
      await keepAnAdmin(em, before, next);
      await queryRows(em, 'UPDATE users SET role = $2 WHERE id = $1', [personId, next]);
      await this.audit.record(em, ctx, {
        action: 'person.role_changed',
        target: { kind: 'user', id: personId },
        details: { before: before.role, after: next },
      });
      return { ...before, role: next };
    });
    // They are over with the commit; this closes what they still keep open.
    await this.sessions.endOf(ctx.tenantId, personId, { stale: true });
    return person;
  }

  /**
   * The groups of a person, in the place of those that they are in. What they hold stays with them.
   * @throws PersonNotFoundError, InvalidGroupError, ManagedByDirectoryError where the directory says who is in a group
   */
  async setGroups(ctx: TenantContext, personId: string, groups: readonly GroupPlace[]): Promise<PersonView> {
    requireScope(ctx, 'groups:write');
    return this.database.run(ctx, async (em) => {
      await lockPeople(em);
      const before = await readPerson(em, ctx.tenantId, personId);
      const given = await groupsByDirectory(em, personId);
      await replaceGroupsOf(em, ctx.tenantId, personId, groups);
      if ((await groupsByDirectory(em, personId)) !== given) throw new ManagedByDirectoryError('group');
      const after = await readPerson(em, ctx.tenantId, personId);
      await this.audit.record(em, ctx, {
        action: 'person.groups_changed',
        target: { kind: 'user', id: personId },
        details: { before: placesOf(before), after: placesOf(after) },
      });
      return after;
    });
  }
}

function placesOf({ groups }: PersonView): Record<string, string> {
  return Object.fromEntries(groups.map(({ key, role }) => [key, role]));
}
