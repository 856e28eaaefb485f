import type { TaskAction, TaskFilter, TaskStatus } from '../../generated/graphql';

export const tabNames = ['claim', 'mine', 'open', 'closed'] as const;
export type TabName = (typeof tabNames)[number];

const held: TaskStatus[] = ['RESERVED', 'IN_PROGRESS', 'SUSPENDED'];
const open: TaskStatus[] = ['READY', ...held];
const closed: TaskStatus[] = ['COMPLETED', 'CANCELLED', 'EXPIRED'];

export interface Tab {
  label: string;
  filter: TaskFilter & { status: TaskStatus[] };
  emptyTitle: string;
  emptyText: string;
}

export const tabs: Record<TabName, Tab> = {
  claim: {
    label: 'For me to claim',
    filter: { candidate: true, status: ['READY'] },
    emptyTitle: 'Nothing to claim',
    emptyText: 'New tasks for your groups appear here by themselves.',
  },
  mine: {
    label: 'My tasks',
    filter: { assignedToMe: true, status: held },
    emptyTitle: 'You hold no task',
    emptyText: 'Tasks that you claim, or that are given to you, appear here.',
  },
  open: {
    label: 'All open',
    filter: { status: open },
    emptyTitle: 'No open task',
    emptyText: 'Nobody waits for a decision at the moment.',
  },
  closed: {
    label: 'Closed',
    filter: { status: closed },
    emptyTitle: 'Nothing closed yet',
    emptyText: 'Completed, cancelled and expired tasks appear here.',
  },
};

/** The tab that an address names; the first one when it names none. */
export function tabOf(name: string | null): TabName {
  return tabNames.find((tab) => tab === name) ?? 'claim';
}

export interface Placed {
  status: TaskStatus;
  assignee?: { id: string } | null;
  allowedActions: readonly TaskAction[];
}

/** Whether a task that just changed still has its place in a tab; the server's next answer has the last word. */
export function belongsTo(tab: TabName, task: Placed, viewerId: string): boolean {
  if (tab === 'claim') return task.status === 'READY' && waitsForViewer(task.allowedActions);
  if (tab === 'mine') return held.includes(task.status) && task.assignee?.id === viewerId;
  return (tab === 'open' ? open : closed).includes(task.status);
}

/** They may claim it or, where several people decide, vote. */
function waitsForViewer(allowed: readonly TaskAction[]): boolean {
  return allowed.includes('CLAIM') || allowed.includes('APPROVE');
}
