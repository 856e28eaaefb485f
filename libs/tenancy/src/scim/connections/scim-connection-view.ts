import type { ScimRole } from '../users/checked-user';

/** A token of a connection, as far as it may be shown. */
export interface ScimTokenView {
  /** Its first part, by which people tell tokens apart. */
  prefix: string;
  createdAt: Date;
  /** Null for the one that counts until it is rotated. */
  expiresAt: Date | null;
}

export interface ScimRoleMapping {
  /** As the directory calls the group; whatever its case. */
  groupName: string;
  role: ScimRole;
}

export interface ScimConnectionView {
  id: string;
  name: string;
  enabled: boolean;
  /** Whether owners are looked after too. */
  managesOwners: boolean;
  createdAt: Date;
  createdBy: { id: string; displayName: string } | null;
  /** To the minute. */
  lastUsedAt: Date | null;
  /** The newest first; two while one is being rotated. */
  tokens: ScimTokenView[];
  roleMappings: ScimRoleMapping[];
  /** How many the directory looks after. */
  people: number;
  groups: number;
}
