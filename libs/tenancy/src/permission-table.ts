import type { TenantRole } from './roles';
import { ALL_SCOPES, type Scope } from './scopes';

/** What only people may be allowed to do, by their role; no key has it. */
export const ADMIN_PERMISSIONS = [
  'guests:write',
  'people:write',
  'groups:write',
  'keys:write',
  'settings:write',
  'deliveries:write',
  'webhooks:write',
  'audit:read',
  'holds:write',
  'tenant:export',
  'tenant:delete',
  'owners:write',
] as const;

export type AdminPermission = (typeof ADMIN_PERMISSIONS)[number];
export type Permission = Scope | AdminPermission;

export const ALL_PERMISSIONS: readonly Permission[] = [...ALL_SCOPES, ...ADMIN_PERMISSIONS];

const EVERYBODY = ['owner', 'admin', 'operator', 'viewer', 'auditor'] as const;
const WORKERS = ['owner', 'admin', 'operator'] as const;
const ADMINS = ['owner', 'admin'] as const;

/**
 * Which roles have which permission: the one table. What somebody may do with a single task or group depends, besides,
 * on what they are to it (assignee, candidate, supervisor …).
 */
export const PERMISSIONS: Readonly<
  Record<Permission, { readonly meaning: string; readonly roles: readonly TenantRole[] }>
> = {
  'tasks:read': {
    meaning: 'See tasks that concern them, and comments, files and history.',
    roles: EVERYBODY,
  },
  'tasks:write': { meaning: 'Create, claim, answer, hand over and comment on tasks.', roles: WORKERS },
  'tasks:complete': { meaning: 'Decide tasks.', roles: WORKERS },
  'workflows:read': { meaning: 'See workflows that concern them, and the catalogue.', roles: EVERYBODY },
  'workflows:start': { meaning: 'Start workflows, and start lost ones again.', roles: WORKERS },
  'workflows:write': { meaning: 'Signal and cancel workflows.', roles: WORKERS },
  'conversations:read': { meaning: 'Read conversations that concern them.', roles: EVERYBODY },
  'conversations:write': { meaning: 'Open conversations and write in them.', roles: WORKERS },
  'directory:read': { meaning: 'See people, groups, calendars and settings.', roles: EVERYBODY },
  'guests:write': {
    meaning:
      'Invite people without an account to a task that they may hand on, where the workspace allows guests.',
    roles: WORKERS,
  },
  'people:write': {
    meaning: 'Invite people, change their roles, let them go and end their sessions.',
    roles: ADMINS,
  },
  'groups:write': { meaning: 'Make and change groups, and say who is in them.', roles: ADMINS },
  'keys:write': { meaning: 'Make, rotate and revoke API keys, and see them.', roles: ADMINS },
  'settings:write': {
    meaning: 'Change the settings of the workspace, its calendars and how people sign in.',
    roles: ADMINS,
  },
  'deliveries:write': {
    meaning: 'See what could not be delivered to workflows, and have it tried again.',
    roles: ADMINS,
  },
  'webhooks:write': {
    meaning: 'Say where programs are told of what happens, see what they were told, and have it told again.',
    roles: ADMINS,
  },
  'audit:read': { meaning: 'Read the audit log.', roles: ['owner', 'admin', 'auditor'] },
  'holds:write': {
    meaning: 'Place legal holds, and release them.',
    roles: ['owner', 'admin', 'auditor'],
  },
  'tenant:export': { meaning: 'Export everything that the workspace holds.', roles: ADMINS },
  'tenant:delete': { meaning: 'Delete the workspace.', roles: ['owner'] },
  'owners:write': { meaning: 'Make people owners, and take it from them.', roles: ['owner'] },
};

/** Whether people of the role have the permission. */
export function roleHas(role: TenantRole, permission: Permission): boolean {
  return PERMISSIONS[permission].roles.includes(role);
}

/** Whether people of the role work on tasks; the others look on, whatever they are to a task or a group. */
export function isWorkingRole(role: TenantRole): boolean {
  return roleHas(role, 'tasks:write');
}

/** That the row `u` of `users` is of somebody who works on tasks. */
export const WORKS = `u.role = ANY('{${PERMISSIONS['tasks:write'].roles.join(',')}}'::text[])`;

export function permissionsOf(role: TenantRole): readonly Permission[] {
  return ALL_PERMISSIONS.filter((permission) => roleHas(role, permission));
}
