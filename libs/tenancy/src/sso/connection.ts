import type { TenantRole } from '../roles';

export type ConnectionKind = 'oidc' | 'saml';
export type ConnectionStatus = 'untested' | 'working' | 'failing';

/** Members of a group of the directory are in one of Orkestra's. */
export interface GroupRule {
  /** As the directory calls it. */
  from: string;
  /** Key of the group. */
  group: string;
  role: 'member' | 'supervisor';
}

/** Members of a group of the directory have a role. */
export interface RoleRule {
  from: string;
  role: Exclude<TenantRole, 'owner'>;
}

/**
 * What is read from where in what the directory says: the name of a claim, or a path such as `realm_access.roles`.
 * Without rules for groups or roles, Orkestra's own are left alone.
 */
export interface ConnectionMapping {
  email: string;
  displayName: string;
  groups: string;
  groupRules: GroupRule[];
  /** The first that fits counts. */
  roleRules: RoleRule[];
  /** Of who comes in, where no rule fits. */
  defaultRole: RoleRule['role'];
}

/** A directory by which people of a tenant sign in, without its secret. */
export interface SsoConnection {
  tenantId: string;
  id: string;
  kind: ConnectionKind;
  /** On the button. */
  name: string;
  enabled: boolean;
  /** By kind: see `oidcConfig` and `samlConfig`. */
  config: Record<string, unknown>;
  mapping: ConnectionMapping;
  /** Whether who is not in the tenant yet comes in. */
  provisions: boolean;
  /** Whether owners may come by it: an owner was the last who had a hand in it. */
  admitsOwners: boolean;
  hasSecret: boolean;
  status: ConnectionStatus;
  /** What went wrong last. */
  problem: string | null;
  lastUsedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface SsoDomain {
  domain: string;
  connectionId: string | null;
  /** Text of the TXT record by which the owner proves that the domain is theirs. */
  proof: string;
  verifiedAt: Date | null;
  createdAt: Date;
}
