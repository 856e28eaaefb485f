import { Injectable } from '@nestjs/common';
import { Clock, TenantDatabase } from '@orkestra/core';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../audit/audit-log.service';
import { lockPeople, requireMayChange } from '../../people/admins.store';
import { DeactivationService } from '../../people/deactivation.service';
import { readPerson } from '../../people/people.queries';
import { requireScope } from '../../permissions';
import type { TenantContext } from '../../tenant-context';
import { connectionOf } from '../directory-context';
import { checkVersion, type IfMatch } from '../resource-version';
import { patchOperations, type ScimList, type ScimListRequest } from '../scim-request';
import { type CheckedUser, checkedUser } from './checked-user';
import { listUsers, readUser, type ScimUser } from './scim-user.queries';
import { leaveGroups, releaseUser } from './scim-user.store';
import { type Afterwards, ScimUserWriter } from './scim-user-writer.service';
import { UserChanges } from './user-changes';

/** A person as they are now, and what of the request is not kept. */
export interface ScimUserAnswer {
  user: ScimUser;
  ignored: string[];
}

type Body = Readonly<Record<string, unknown>>;

/** The people whom a directory connection provisions: it sees and changes those, and no others. */
@Injectable()
export class ScimUsersService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly writer: ScimUserWriter,
    private readonly leaving: DeactivationService,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws ScimRequestError, ScimUniquenessError, TenantLimitError */
  async create(ctx: TenantContext, body: Body): Promise<ScimUserAnswer> {
    requireScope(ctx, 'people:write');
    const changes = new UserChanges({}).merge(body);
    const checked = checkedUser(changes.profile);
    return this.run(ctx, async (em) => {
      await lockPeople(em);
      const { id, afterwards } = await this.writer.create(em, ctx, checked);
      const user = await readUser(em, connectionOf(ctx), id);
      return { answer: answerOf(user, changes, checked), afterwards };
    });
  }

  /** @throws ScimResourceNotFoundError */
  async get(ctx: TenantContext, id: string): Promise<ScimUser> {
    requireScope(ctx, 'directory:read');
    return this.database.run(ctx, (em) => readUser(em, connectionOf(ctx), id));
  }

  /** @throws ScimRequestError */
  async list(ctx: TenantContext, request: ScimListRequest): Promise<ScimList<ScimUser>> {
    requireScope(ctx, 'directory:read');
    return this.database.run(ctx, (em) => listUsers(em, connectionOf(ctx), request));
  }

  /**
   * The whole of a person; whether they are active stays as it is where the directory does not say.
   * @throws ScimResourceNotFoundError, ScimRequestError, ScimUniquenessError, ScimVersionError, LastAdminError
   */
  async replace(ctx: TenantContext, id: string, body: Body, ifMatch?: IfMatch): Promise<ScimUserAnswer> {
    return this.change(ctx, id, ifMatch, () => new UserChanges({}).merge(body));
  }

  /** @throws ScimResourceNotFoundError, ScimRequestError, ScimUniquenessError, ScimVersionError, LastAdminError */
  async patch(ctx: TenantContext, id: string, body: Body, ifMatch?: IfMatch): Promise<ScimUserAnswer> {
    const operations = patchOperations(body);
    return this.change(ctx, id, ifMatch, (user) => {
      const changes = new UserChanges({ ...user.profile, active: user.active });
      for (const operation of operations) changes.apply(operation);
      return changes;
    });
  }

  /**
   * They leave with all that follows from it, and this connection knows them no more; what they did stays.
   * @throws ScimResourceNotFoundError, ScimVersionError, LastAdminError
   */
  async delete(ctx: TenantContext, id: string, ifMatch?: IfMatch): Promise<void> {
    requireScope(ctx, 'people:write');
    await this.run(ctx, async (em) => {
      const connectionId = connectionOf(ctx);
      await lockPeople(em);
      const user = await readUser(em, connectionId, id, 'FOR UPDATE OF u');
      checkVersion(user.revision, ifMatch);
      requireMayChange(ctx, user.role);
      let afterwards: Afterwards = () => Promise.resolve();
      if (user.active) {
        const person = await readPerson(em, ctx.tenantId, id);
        ({ afterwards } = await this.leaving.deactivateWithin(em, ctx, person));
      }
      await leaveGroups(em, id, connectionId);
      await releaseUser(em, id, this.clock.now());
      const details = { email: user.email, externalId: user.externalId };
      await this.audit.record(em, ctx, {
        ...{ action: 'person.removed_by_directory', target: { kind: 'user', id }, details },
      });
      return { answer: undefined, afterwards };
    });
  }

  private async change(
    ctx: TenantContext,
    id: string,
    ifMatch: IfMatch | undefined,
    changesOf: (user: ScimUser) => UserChanges,
  ): Promise<ScimUserAnswer> {
    requireScope(ctx, 'people:write');
    return this.run(ctx, async (em) => {
      const connectionId = connectionOf(ctx);
      await lockPeople(em);
      const before = await readUser(em, connectionId, id, 'FOR UPDATE OF u');
      checkVersion(before.revision, ifMatch);
      const changes = changesOf(before);
      const checked = checkedUser(changes.profile);
      const person = await readPerson(em, ctx.tenantId, id);
      const changed = changedParts({ ...before.profile, active: before.active }, checked);
      const afterwards = await this.writer.update(em, ctx, person, checked, changed);
      const user = await readUser(em, connectionId, id);
      return { answer: answerOf(user, changes, checked), afterwards };
    });
  }

  private async run<T>(
    ctx: TenantContext,
    work: (em: EntityManager) => Promise<{ answer: T; afterwards: Afterwards }>,
  ): Promise<T> {
    const { answer, afterwards } = await this.database.run(ctx, work);
    await afterwards();
    return answer;
  }
}

function answerOf(user: ScimUser, { ignored }: UserChanges, checked: CheckedUser): ScimUserAnswer {
  return { user, ignored: [...ignored, ...checked.ignored] };
}

/** The names of what is another than before; that somebody is active is written apart. */
function changedParts(before: ScimUser['profile'], { profile: after }: CheckedUser): string[] {
  const [old, next] = [before, after] as Record<string, unknown>[];
  const names = new Set([...Object.keys(old ?? {}), ...Object.keys(next ?? {})]);
  names.delete('active');
  return [...names].filter((name) => !isDeepStrictEqual(old?.[name], next?.[name]));
}
