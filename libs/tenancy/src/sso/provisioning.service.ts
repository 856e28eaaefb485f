import { Injectable } from '@nestjs/common';
import { Clock, digest, DomainError, Ids, queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { type AuditActor, AuditLog } from '../audit/audit-log.service';
import { replaceGroupsOf } from '../groups/group-membership.store';
import { OneTimeLinks } from '../links/one-time-links.service';
import { keepAnAdmin } from '../people/admins.store';
import { readPerson } from '../people/people.queries';
import type { PersonView } from '../people/person-view';
import { TenantLimitsService } from '../tenants/tenant-limits.service';
import { type Admission, AdmissionService } from './admission.service';
import type { FederatedIdentity } from './federated-identity';
import { noteIdentity } from './identities.store';
import { type Profile, profileOf } from './profile';

/** What a directory's answer makes of somebody. */
export interface Outcome {
  admission: Admission;
  email: string;
  profile: Profile;
  /** Whether something else keeps name, role and groups in step. */
  isManaged: boolean;
}

/** People as their directory says they are, from sign-in to sign-in. All in the caller's transaction of the tenant. */
@Injectable()
export class Provisioning {
  constructor(
    private readonly admissions: AdmissionService,
    private readonly limits: TenantLimitsService,
    private readonly links: OneTimeLinks,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Changes nothing. @throws SsoRefusedError */
  async foretell(em: EntityManager, identity: FederatedIdentity): Promise<Outcome> {
    const admission = await this.admissions.admit(em, identity);
    const { person } = admission;
    const email = admission.by === 'provisioning' ? admission.email : admission.person.email;
    const rows = await queryRows<{ key: string }>(em, 'SELECT key FROM groups WHERE deleted_at IS NULL');
    const keys = rows.map(({ key }) => key);
    const profile = profileOf(identity, person, email, keys);
    // What the directory writes over SCIM is newer than what it said of them at a sign-in.
    const isManaged = person !== undefined && person.managedBy !== 'local';
    return { admission, email, profile, isManaged };
  }

  /**
   * Lock the people before.
   * @returns the id of the person
   * @throws SsoRefusedError, TenantLimitError
   */
  async apply(em: EntityManager, identity: FederatedIdentity, remoteAddress?: string): Promise<string> {
    const outcome = await this.foretell(em, identity);
    const person = await this.comeIn(em, identity, outcome, remoteAddress);
    if (!outcome.isManaged) await this.keepInStep(em, identity, person, outcome.profile);
    const { email, displayName, groups } = identity;
    const claims = digest({ email, displayName, groups });
    await noteIdentity(em, identity, person.id, claims, this.clock.now());
    return person.id;
  }

  private async comeIn(
    em: EntityManager,
    { connection, subject }: FederatedIdentity,
    { admission, email, profile }: Outcome,
    remoteAddress: string | undefined,
  ): Promise<PersonView> {
    const { tenantId } = connection;
    if (admission.by === 'known') return admission.person;
    const id = admission.person?.id ?? this.ids.next();
    if (admission.by !== 'link') await this.limits.requireRoomForPerson(em);
    if (admission.by === 'provisioning')
      await queryRows(em, CREATE, [tenantId, id, email, profile.displayName, profile.role]);
    if (admission.by === 'invitation') {
      await queryRows(em, 'UPDATE users SET active = true, invited_at = NULL WHERE id = $1', [id]);
      await this.links.revokeFor(em, id);
    }
    const actor: AuditActor = { tenantId, kind: 'user', id, channel: 'web', remoteAddress };
    const details = { by: admission.by, connection: connection.id, subject };
    const action = admission.by === 'link' ? 'person.linked' : 'person.joined';
    await this.audit.recordOf(em, actor, { action, target: { kind: 'user', id }, details });
    return readPerson(em, tenantId, id);
  }

  private async keepInStep(
    em: EntityManager,
    { connection }: FederatedIdentity,
    person: PersonView,
    profile: Profile,
  ): Promise<void> {
    const role = (await this.mayLose(em, person, profile)) ? profile.role : person.role;
    const before = { displayName: person.displayName, role: person.role, groups: asRecord(person.groups) };
    const groups = asRecord(
      profile.groups.map(({ group, role: inGroup }) => ({ key: group, role: inGroup })),
    );
    const after = { displayName: profile.displayName, role, groups };
    if (digest(before).equals(digest(after))) return;
    await queryRows(em, 'UPDATE users SET display_name = $2, role = $3 WHERE id = $1', [
      ...[person.id, after.displayName, role],
    ]);
    await replaceGroupsOf(em, connection.tenantId, person.id, profile.groups);
    const actor = {
      tenantId: connection.tenantId,
      kind: 'system',
      id: connection.id,
      channel: 'web',
    } as const;
    const target = { kind: 'user', id: person.id };
    const details = { connection: connection.id, before, after };
    await this.audit.recordOf(em, actor, { action: 'person.kept_in_step', target, details });
  }

  /** The last admin stays one: a wrong rule must not leave the workspace without. */
  private async mayLose(em: EntityManager, person: PersonView, { role }: Profile): Promise<boolean> {
    try {
      await keepAnAdmin(em, person, role);
      return true;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  }
}

function asRecord(groups: readonly { key: string; role: string }[]): Record<string, string> {
  return Object.fromEntries(groups.map(({ key, role }) => [key, role]));
}

const CREATE = `
  INSERT INTO users (tenant_id, id, email, display_name, role, active) VALUES ($1, $2, $3, $4, $5, true)`;
