import type { TaskRowFragment } from '../generated/graphql';
import type { BulkCommand } from './bulk-operations';

/** One command that takes a part of another one back. */
export interface BulkUndo {
  command: BulkCommand;
  taskIds: string[];
}

type Before = Pick<TaskRowFragment, 'id' | 'priority' | 'dueAt' | 'assignee'>;

/** More than so many different values before are not put back by as many requests. */
const mostValues = 20;

/**
 * How to take a command for many tasks back, where commands do it; nothing for what others have seen or what is final.
 * @param done the tasks for which it went through, as they were before
 */
export function bulkUndoOf(
  { action, priority }: BulkCommand,
  done: readonly Before[],
  viewerId: string,
  now: Date,
): BulkUndo[] {
  switch (action) {
    case 'CLAIM':
      return grouped(done, () => ({ action: 'RELEASE' }));
    case 'RELEASE':
      return grouped(
        done.filter(({ assignee }) => assignee?.id === viewerId),
        () => ({ action: 'CLAIM' }),
      );
    case 'SET_PRIORITY':
      return grouped(
        done.filter((task) => task.priority !== priority),
        (task) => ({ action, priority: task.priority }),
      );
    case 'SET_DUE_DATE':
      return grouped(
        // The server takes no due date that has passed.
        done.filter(({ dueAt }) => dueAt == null || new Date(dueAt) > now),
        ({ dueAt }) => ({ action, dueAt: dueAt ?? null }),
      );
    default:
      return [];
  }
}

function grouped(tasks: readonly Before[], commandFor: (task: Before) => BulkCommand): BulkUndo[] {
  const groups = new Map<string, BulkUndo>();
  for (const task of tasks) {
    const command = commandFor(task);
    const key = JSON.stringify(command);
    const group = groups.get(key) ?? { command, taskIds: [] };
    group.taskIds.push(task.id);
    groups.set(key, group);
  }
  return groups.size > mostValues ? [] : [...groups.values()];
}
