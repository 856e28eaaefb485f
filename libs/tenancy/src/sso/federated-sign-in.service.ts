import { Injectable } from '@nestjs/common';
import { Clock, SystemDatabase, TenantDatabase } from '@orkestra/core';
import { accountOf } from '../auth/credentials.queries';
import { Entrance, type SignedIn, type Visitor } from '../auth/entrance.service';
import type { SsoOrigin } from '../auth/session';
import { lockPeople } from '../people/admins.store';
import { SecretBox } from '../secrets/secret-box.service';
import { requireOpenTenant } from '../tenants/tenant-status';
import { TenantLimitError } from '../tenants/tenants.errors';
import type { FederatedIdentity } from './federated-identity';
import { type Outcome, Provisioning } from './provisioning.service';
import { ConnectionClosedError, PersonLeftError, SsoRefusedError } from './sso.errors';

const LONGEST_HINT = 8_192;

/** The way in for whom a directory has sent, whatever it speaks. Whoever calls it has checked what it said. */
@Injectable()
export class FederatedSignIn {
  constructor(
    private readonly database: TenantDatabase,
    private readonly system: SystemDatabase,
    private readonly provisioning: Provisioning,
    private readonly entrance: Entrance,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  /**
   * Finds the person, or lets them in for the first time, keeps them in step with their directory and opens a session.
   * @throws SsoRefusedError, TenantLimitError, TenantSuspendedError, TenantDeletingError
   */
  async enter(identity: FederatedIdentity, visitor: Visitor): Promise<SignedIn> {
    const { connection } = identity;
    const { tenantId, id } = connection;
    if (!connection.enabled) throw new ConnectionClosedError();
    const userId = await this.admit(identity, visitor);
    const account = await accountOf(this.system, tenantId, userId);
    if (account === undefined) throw new PersonLeftError();
    const signedIn = await this.entrance.enter(account, connection.kind, visitor, this.originOf(identity));
    await this.system.query(WORKS, [id]);
    return signedIn;
  }

  /** What would become of it. @throws SsoRefusedError */
  async foretell(identity: FederatedIdentity): Promise<Outcome> {
    return this.database.run(identity.connection, (em) => this.provisioning.foretell(em, identity));
  }

  private async admit(identity: FederatedIdentity, visitor: Visitor): Promise<string> {
    try {
      return await this.database.run(identity.connection, async (em) => {
        await lockPeople(em);
        await requireOpenTenant(em, this.clock.now());
        return this.provisioning.apply(em, identity, visitor.remoteAddress);
      });
    } catch (error) {
      if (error instanceof SsoRefusedError || error instanceof TenantLimitError)
        await this.entrance.refuse(identity.connection.tenantId, null, error.code, visitor);
      throw error;
    }
  }

  private originOf({ connection, subject, session, hint, authTime }: FederatedIdentity): SsoOrigin {
    const place = hintPlace(connection.tenantId, connection.id);
    const fits = hint !== undefined && hint.length <= LONGEST_HINT;
    const sealed = fits ? this.box.seal(hint, place) : undefined;
    return { connectionId: connection.id, subject, session, hint: sealed, provenAt: authTime };
  }
}

export function hintPlace(tenantId: string, connectionId: string): string[] {
  return ['sso-hint', tenantId, connectionId];
}

const WORKS = `UPDATE sso_connections SET status = 'working', problem = NULL, last_used_at = now() WHERE id = $1`;
