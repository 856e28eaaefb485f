import { Injectable } from '@nestjs/common';
import { LiveBus, Logger, queryRows, TenantDatabase } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../audit/audit-log.service';
import { SessionsService } from '../auth/sessions.service';
import { OneTimeLinks } from '../links/one-time-links.service';
import { ManagedByDirectoryError } from '../scim/scim.errors';
import type { TenantContext } from '../tenant-context';
import { TenantLimitsService } from '../tenants/tenant-limits.service';
import { keepAnAdmin, lockPeople, requireMayChange } from './admins.store';
import type { Departure } from './departure';
import { OwnAccountError, PersonStateError } from './people.errors';
import { readPerson } from './people.queries';
import { PersonLeaves } from './person-leaves.service';
import type { PersonView } from './person-view';

interface Deactivated {
  person: PersonView;
  departure: Departure;
  afterwards: () => Promise<void>;
}

/** People who leave, and what becomes of their work; and who comes back. */
@Injectable()
export class DeactivationService {
  private readonly logger: Logger;

  constructor(
    private readonly database: TenantDatabase,
    private readonly leaves: PersonLeaves,
    private readonly links: OneTimeLinks,
    private readonly sessions: SessionsService,
    private readonly limits: TenantLimitsService,
    private readonly audit: AuditLog,
    private readonly live: LiveBus,
    logger: Logger,
  ) {
    this.logger = logger.child('deactivation');
  }

  /** What would become of the person's work. @throws PersonNotFoundError */
  async foretell(ctx: TenantContext, personId: string): Promise<Departure> {
    requireMayChange(ctx);
    return this.database.run(ctx, async (em) => {
      const person = await readPerson(em, ctx.tenantId, personId);
      return this.leaves.foretell(em, ctx, person);
    });
  }

  /**
   * In one transaction: the person may no longer sign in, their sessions and links end, and so does what they allowed
   * agents; tasks that they hold go to whoever stands in for them, else back to their queue. Open pages of theirs
   * close at once.
   * @throws PersonNotFoundError, OwnAccountError, LastAdminError, PersonStateError, ManagedByDirectoryError,
   *   RoleForbidsError for an owner
   */
  async deactivate(
    ctx: TenantContext,
    personId: string,
  ): Promise<{ person: PersonView; departure: Departure }> {
    requireMayChange(ctx);
    const { afterwards, ...answer } = await this.database.run(ctx, async (em) => {
      await lockPeople(em);
      const before = await readPerson(em, ctx.tenantId, personId);
      requireMayChange(ctx, before.role);
      if (before.managedBy !== 'local') throw new ManagedByDirectoryError('person');
      return this.deactivateWithin(em, ctx, before);
    });
    await afterwards();
    return answer;
  }

  /**
   * For whoever does more in the same transaction, which holds `lockPeople`. Call `afterwards` once it has committed.
   * @throws OwnAccountError, LastAdminError, PersonStateError
   */
  async deactivateWithin(em: EntityManager, ctx: TenantContext, before: PersonView): Promise<Deactivated> {
    if (before.status !== 'active') throw new PersonStateError(before.status, 'active');
    if (before.id === ctx.principal.id) throw new OwnAccountError();
    await keepAnAdmin(em, before);
    await queryRows(em, 'UPDATE users SET active = false WHERE id = $1', [before.id]);
    await this.links.revokeFor(em, before.id);
    const { departure, afterwards: tell } = await this.leaves.leave(em, ctx, before);
    const { toGroups: _groups, toPeople: _people, ...counts } = departure;
    await this.audit.record(em, ctx, {
      action: 'person.deactivated',
      target: { kind: 'user', id: before.id },
      details: counts,
    });
    const { tenantId } = ctx;
    const afterwards = async () => {
      tell();
      this.live.publish({ tenantId, topic: 'person', id: before.id, revision: 0, kind: 'deactivated' });
      // Their sessions are over with the commit; this closes what they still keep open.
      await this.sessions
        .endOf(tenantId, before.id)
        .catch((error: unknown) => this.logger.warn({ err: error }, 'Sessions are closed a little later'));
    };
    return { person: { ...before, status: 'deactivated' }, departure, afterwards };
  }

  /** With the role, groups and password that they had. @throws PersonNotFoundError, PersonStateError, ManagedByDirectoryError, TenantLimitError */
  async reactivate(ctx: TenantContext, personId: string): Promise<PersonView> {
    requireMayChange(ctx);
    return this.database.run(ctx, async (em) => {
      await lockPeople(em);
      const before = await readPerson(em, ctx.tenantId, personId);
      requireMayChange(ctx, before.role);
      if (before.managedBy !== 'local') throw new ManagedByDirectoryError('person');
      if (before.status !== 'deactivated') throw new PersonStateError(before.status, 'deactivated');
      return this.reactivateWithin(em, ctx, before);
    });
  }

  /** For whoever does more in the same transaction, which holds `lockPeople`. @throws TenantLimitError */
  async reactivateWithin(em: EntityManager, ctx: TenantContext, before: PersonView): Promise<PersonView> {
    await this.limits.requireRoomForPerson(em);
    await queryRows(em, 'UPDATE users SET active = true WHERE id = $1', [before.id]);
    await this.audit.record(em, ctx, {
      action: 'person.reactivated',
      target: { kind: 'user', id: before.id },
      details: { role: before.role },
    });
    return { ...before, status: 'active' };
  }
}
