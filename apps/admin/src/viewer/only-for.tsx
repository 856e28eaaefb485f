import type { ReactNode } from 'react';
import { NotFoundPage } from '../interface/not-found.page';
import type { CurrentViewer } from './viewer';
import { useViewer } from './viewer';

/** Tenant admins keep what counts for everybody. */
export function isAdmin({ role }: Pick<CurrentViewer, 'role'>): boolean {
  return role === 'admin';
}

/** Tenant admins and supervisors of a group see to the work of groups. */
export function mayLead({ role, groups }: Pick<CurrentViewer, 'role' | 'groups'>): boolean {
  return role === 'admin' || groups.some((group) => group.role === 'supervisor');
}

/** A page that some people have; for others it does not exist. The server judges by itself. */
export function OnlyFor({ may, children }: { may: (viewer: CurrentViewer) => boolean; children: ReactNode }) {
  return may(useViewer()) ? children : <NotFoundPage />;
}
