import { Injectable } from '@nestjs/common';
import { Clock, Ids, queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../audit/audit-log.service';
import { OneTimeLinks } from '../../links/one-time-links.service';
import { requireMayChange } from '../../people/admins.store';
import { DeactivationService } from '../../people/deactivation.service';
import { readPerson } from '../../people/people.queries';
import type { PersonView } from '../../people/person-view';
import type { TenantContext } from '../../tenant-context';
import { TenantLimitsService } from '../../tenants/tenant-limits.service';
import { connectionOf } from '../directory-context';
import { MappedRoles } from '../mapped-roles.store';
import { ScimRequestError, ScimUniquenessError } from '../scim.errors';
import type { CheckedUser } from './checked-user';
import { insertUser, updateUser, type WrittenUser } from './scim-user.store';
import { rivalsFor } from './scim-user.queries';

/** What is to be done once the transaction has committed. */
export type Afterwards = () => Promise<void>;

/** Writes what a directory says of a person, in a transaction that holds `lockPeople`. */
@Injectable()
export class ScimUserWriter {
  constructor(
    private readonly leaving: DeactivationService,
    private readonly links: OneTimeLinks,
    private readonly limits: TenantLimitsService,
    private readonly roles: MappedRoles,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Somebody new; or somebody of this workspace who has the e-mail address, and whom no directory looks after yet.
   * @throws ScimUniquenessError, TenantLimitError, LastAdminError
   */
  async create(
    em: EntityManager,
    ctx: TenantContext,
    user: CheckedUser,
  ): Promise<{ id: string; afterwards: Afterwards }> {
    const connectionId = connectionOf(ctx);
    const rivals = await rivalsFor(em, connectionId, user);
    const known = rivals.find(({ email, connectionId: other }) => email === user.email && other === null);
    refuseRivals(rivals.filter((rival) => rival !== known));
    const id = known?.id ?? this.ids.next();
    if (known === undefined) {
      await insertUser(em, this.written(ctx, id, user));
      await this.record(em, ctx, 'person.provisioned', id, {
        email: user.email,
        externalId: user.externalId,
      });
    } else {
      await this.link(em, ctx, id, user);
    }
    const afterwards = await this.setActive(em, ctx, id, user.active ?? true);
    await this.roles.apply(em, ctx, { connectionId, people: [id] });
    return { id, afterwards };
  }

  /**
   * @param before as the connection provisioned them until now
   * @throws ScimUniquenessError, ScimRequestError, TenantLimitError, LastAdminError
   */
  async update(
    em: EntityManager,
    ctx: TenantContext,
    before: PersonView,
    user: CheckedUser,
    changed: readonly string[],
  ): Promise<Afterwards> {
    const { id, email, role } = before;
    const rivals = await rivalsFor(em, connectionOf(ctx), user);
    refuseRivals(rivals.filter((rival) => rival.id !== id));
    if (email !== user.email) {
      if (role === 'owner')
        throw new ScimRequestError(
          'mutability',
          'The e-mail address of an owner is not changed by a directory.',
        );
      // They lie in the mailbox of the old address.
      await this.links.revokeFor(em, id);
    }
    if (changed.length > 0) {
      await this.write(em, ctx, before, user);
      const emails = email === user.email ? {} : { before: email, after: user.email };
      await this.record(em, ctx, 'person.changed_by_directory', id, { changed, ...emails });
    }
    return this.setActive(em, ctx, id, user.active ?? before.status === 'active');
  }

  /** Takes over somebody whom admins here have looked after. */
  private async link(em: EntityManager, ctx: TenantContext, id: string, user: CheckedUser): Promise<void> {
    const before = await readPerson(em, ctx.tenantId, id);
    if (before.role === 'owner' && !ctx.scopes.includes('owners:write')) {
      throw new ScimUniquenessError(
        `${user.email} is an owner here. Only a directory connection that an owner made looks after owners.`,
      );
    }
    requireMayChange(ctx, before.role);
    if (before.status === 'invited') await this.links.revokeFor(em, id);
    await this.write(em, ctx, before, user);
    const { email, status, displayName } = before;
    await this.record(em, ctx, 'person.linked_to_directory', id, { email, status, displayName });
  }

  private async write(
    em: EntityManager,
    ctx: TenantContext,
    { id, role: before }: PersonView,
    user: CheckedUser,
  ): Promise<void> {
    const after = await updateUser(em, this.written(ctx, id, user));
    if (after === before) return;
    await this.record(em, ctx, 'person.role_changed', id, { before, after });
    await this.roles.apply(em, ctx, { connectionId: connectionOf(ctx), people: [id] });
  }

  private async setActive(
    em: EntityManager,
    ctx: TenantContext,
    id: string,
    active: boolean,
  ): Promise<Afterwards> {
    const person = await readPerson(em, ctx.tenantId, id);
    if ((person.status === 'active') === active) return () => Promise.resolve();
    requireMayChange(ctx, person.role);
    await queryRows(em, 'UPDATE users SET revision = revision + 1, updated_at = $2 WHERE id = $1', [
      ...[id, this.clock.now()],
    ]);
    if (!active) return (await this.leaving.deactivateWithin(em, ctx, person)).afterwards;
    await this.limits.requireRoomForPerson(em);
    await this.leaving.reactivateWithin(em, ctx, person);
    return () => Promise.resolve();
  }

  private written(ctx: TenantContext, id: string, user: CheckedUser): WrittenUser {
    return { ...user, id, tenantId: ctx.tenantId, connectionId: connectionOf(ctx), now: this.clock.now() };
  }

  private async record(
    em: EntityManager,
    ctx: TenantContext,
    action: string,
    id: string,
    details: object,
  ): Promise<void> {
    await this.audit.record(em, ctx, { action, target: { kind: 'user', id }, details: { ...details } });
  }
}

function refuseRivals([rival]: readonly { userName: string | null; connectionId: string | null }[]): void {
  if (rival === undefined) return;
  throw new ScimUniquenessError(
    'There is a person with this user name, external id or e-mail address already. Change that one instead.',
  );
}
