import type { ReactNode } from 'react';
import { NotFoundPage } from '../interface/not-found.page';
import type { CurrentViewer } from './viewer';
import { useViewer } from './viewer';

/** Tenant admins keep what counts for everybody. */
export function isAdmin({ role }: Pick<CurrentViewer, 'role'>): boolean {
  return role === 'owner' || role === 'admin';
}

/** Auditors read the audit log besides tenant admins. */
export function mayAudit({ role }: Pick<CurrentViewer, 'role'>): boolean {
  return isAdmin({ role }) || role === 'auditor';
}

/** Whether the person has the permission by their role. */
function has({ scopes }: Pick<CurrentViewer, 'scopes'>, permission: string): boolean {
  return scopes.includes(permission);
}

/** Whether the person places legal holds, and releases them. */
export function mayHold(viewer: Pick<CurrentViewer, 'scopes'>): boolean {
  return has(viewer, 'holds:write');
}

/** Whether the person works on tasks; viewers and auditors look on, and see no button that would fail. */
export function mayWork(viewer: Pick<CurrentViewer, 'scopes'>): boolean {
  return has(viewer, 'tasks:write');
}

/** Tenant admins and supervisors of a group see to the work of groups. */
export function mayLead(viewer: Pick<CurrentViewer, 'role' | 'groups' | 'scopes'>): boolean {
  return isAdmin(viewer) || (mayWork(viewer) && viewer.groups.some((group) => group.role === 'supervisor'));
}

/** A page that some people have; for others it does not exist. The server judges by itself. */
export function OnlyFor({ may, children }: { may: (viewer: CurrentViewer) => boolean; children: ReactNode }) {
  return may(useViewer()) ? children : <NotFoundPage />;
}
