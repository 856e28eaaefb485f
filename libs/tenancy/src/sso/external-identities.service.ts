import { Injectable } from '@nestjs/common';
import { isUuid, queryRows, TenantDatabase } from '@orkestra/core';
import { AuditLog } from '../audit/audit-log.service';
import { findPerson, requireMayManage } from '../accounts/managed-person';
import { SessionsService } from '../auth/sessions.service';
import { lockPeople } from '../people/admins.store';
import { requireScope } from '../permissions';
import type { TenantContext } from '../tenant-context';
import { UnknownIdentityError } from './sso.errors';

/** An account of a directory that is somebody here. */
export interface ExternalIdentity {
  connectionId: string;
  connectionName: string;
  /** What the directory calls them. */
  subject: string;
  createdAt: Date;
  lastSignInAt: Date;
}

/** By which accounts of directories people come in, for admins. */
@Injectable()
export class ExternalIdentities {
  constructor(
    private readonly database: TenantDatabase,
    private readonly sessions: SessionsService,
    private readonly audit: AuditLog,
  ) {}

  /**
   * At most one of each connection, by its name.
   * @param user e-mail address or id
   * @throws RoleForbidsError, UnknownUserError
   */
  async list(ctx: TenantContext, user: string): Promise<ExternalIdentity[]> {
    requireScope(ctx, 'people:write');
    return this.database.run(ctx, async (em) =>
      queryRows<ExternalIdentity>(em, LIST, [(await findPerson(em, user)).id]),
    );
  }

  /**
   * Its sessions end. Whom the directory sends next with the account is linked, let in or refused as at a first sign-in.
   * @param user e-mail address or id
   * @returns how many sessions have ended
   * @throws UnknownIdentityError, UnknownUserError, RoleForbidsError when an owner is concerned
   */
  async unlink(ctx: TenantContext, user: string, connectionId: string): Promise<number> {
    const subject = await this.database.run(ctx, async (em) => {
      await lockPeople(em);
      const { id } = await requireMayManage(em, ctx, user);
      const [gone] = isUuid(connectionId)
        ? await queryRows<{ subject: string }>(em, UNLINK, [id, connectionId])
        : [];
      if (gone === undefined) throw new UnknownIdentityError();
      const details = { connection: connectionId, subject: gone.subject };
      await this.audit.record(em, ctx, {
        ...{ action: 'person.unlinked', target: { kind: 'user', id }, details },
      });
      return gone.subject;
    });
    return this.sessions.endOfSso({ tenantId: ctx.tenantId, connectionId, subject });
  }
}

const LIST = `
  SELECT i.connection_id AS "connectionId", c.name AS "connectionName", i.subject, i.created_at AS "createdAt",
    i.last_sign_in_at AS "lastSignInAt"
  FROM external_identities i JOIN sso_connections c ON c.tenant_id = i.tenant_id AND c.id = i.connection_id
  WHERE i.user_id = $1 ORDER BY c.name, c.id`;

const UNLINK = 'DELETE FROM external_identities WHERE user_id = $1 AND connection_id = $2 RETURNING subject';
