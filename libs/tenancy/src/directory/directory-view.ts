import type { TenantRole } from '../roles';

export interface DirectoryUser {
  id: string;
  email: string;
  displayName: string;
  role: TenantRole;
  active: boolean;
}

export interface DirectoryGroup {
  id: string;
  key: string;
  name: string;
}

/** How a group's tasks find their person: from the queue, in turn, or whoever has the fewest open ones. */
export type GroupStrategy = 'manual' | 'round-robin' | 'least-loaded';

/** A group as whoever hands out its tasks sees it. */
export interface AssigneeGroup extends DirectoryGroup {
  strategy: GroupStrategy;
  /** Whether it has an active member; supervisors do not count. */
  hasMembers: boolean;
}

/** A group as seen from one of its users. */
export interface UserGroup extends DirectoryGroup {
  role: 'member' | 'supervisor';
}

/** A user as seen from one of their groups. */
export interface GroupUser extends DirectoryUser {
  groupRole: 'member' | 'supervisor';
}

export interface TenantSummary {
  id: string;
  slug: string;
  name: string;
  accentColor: string | null;
  /** Changes with the logo; null without one. */
  logoVersion: string | null;
}

/** Users by e-mail or id, groups by key or id. */
export interface AssigneeNames {
  users?: readonly string[];
  groups?: readonly string[];
}

/** Each name as it was given → whom it means. */
export interface ResolvedAssignees {
  users: ReadonlyMap<string, DirectoryUser>;
  groups: ReadonlyMap<string, AssigneeGroup>;
}
