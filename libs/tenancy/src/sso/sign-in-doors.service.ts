import { Injectable } from '@nestjs/common';
import { SystemDatabase } from '@orkestra/core';
import type { ConnectionKind } from './connection';

/** A way to sign in, for who has not signed in yet. */
export interface SignInDoor {
  connectionId: string;
  kind: ConnectionKind;
  /** On the button. */
  name: string;
}

/** Says where somebody signs in, by what stands after the `@` alone: whether there is such a person is not looked at. */
@Injectable()
export class SignInDoors {
  constructor(private readonly system: SystemDatabase) {}

  /** @param tenant short name of a workspace, whose doors are all named */
  async find(email: string | undefined, tenant: string | undefined): Promise<SignInDoor[]> {
    const domain =
      email
        ?.slice(email.lastIndexOf('@') + 1)
        .trim()
        .toLowerCase() ?? '';
    if (`${domain}${tenant ?? ''}`.includes('\0')) return [];
    return this.system.query<SignInDoor>(FIND, [domain, tenant ?? '']);
  }
}

const FIND = `
  SELECT c.id AS "connectionId", c.kind, c.name
  FROM sso_connections c JOIN tenants t ON t.id = c.tenant_id
  WHERE c.enabled AND t.status <> 'suspended' AND (t.slug = $2 OR EXISTS (
    SELECT FROM sso_domains d WHERE d.tenant_id = c.tenant_id AND d.connection_id = c.id AND d.domain = $1
      AND d.verified_at IS NOT NULL))
  ORDER BY c.name, c.id LIMIT 20`;
