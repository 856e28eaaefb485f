import { ISSUER_MAY } from '../links/link-issuer.queries';
import type { TenantRole } from '../roles';

/** `invited` until they accept; `deactivated` once they have left; `erased` once nothing says who they were. */
export const PERSON_STATUSES = ['invited', 'active', 'deactivated', 'erased'] as const;
export type PersonStatus = (typeof PERSON_STATUSES)[number];

export type ManagedBy = 'local' | 'scim';

export interface PersonGroup {
  id: string;
  key: string;
  name: string;
  role: 'member' | 'supervisor';
}

/** A person as whoever looks after the workspace sees them. */
export interface PersonView {
  id: string;
  email: string;
  displayName: string;
  role: TenantRole;
  status: PersonStatus;
  /** By key. */
  groups: PersonGroup[];
  /** Who says how they are called and whether they are active: an admin here, or a directory. */
  managedBy: ManagedBy;
  invitedAt: Date | null;
  /** When the link of their invitation ends; null where there is none, or it has ended. */
  invitationExpiresAt: Date | null;
  createdAt: Date;
}

export const STATUS = `CASE WHEN u.active THEN 'active' WHEN u.erased_at IS NOT NULL THEN 'erased' WHEN u.invited_at IS NOT NULL THEN 'invited'
  ELSE 'deactivated' END`;

/** The columns of a person, from `users u`. */
export const PERSON_COLUMNS = `
  u.id, u.email, u.display_name AS "displayName", u.role, ${STATUS} AS status, u.managed_by AS "managedBy",
  u.invited_at AS "invitedAt", u.created_at AS "createdAt",
  (SELECT max(l.expires_at) FROM one_time_links l
   WHERE l.tenant_id = u.tenant_id AND l.user_id = u.id AND u.invited_at IS NOT NULL
     AND l.purpose <> 'password-reset' AND l.expires_at > now() AND ${ISSUER_MAY}) AS "invitationExpiresAt",
  (SELECT coalesce(json_agg(json_build_object('id', g.id, 'key', g.key, 'name', g.name, 'role', m.role)
     ORDER BY g.key), '[]')
   FROM group_members m JOIN groups g ON g.tenant_id = m.tenant_id AND g.id = m.group_id
   WHERE m.tenant_id = u.tenant_id AND m.user_id = u.id) AS groups`;
