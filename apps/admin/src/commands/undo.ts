import type { TaskRowFragment } from '../generated/graphql';
import type { CommandInput, CommandName } from './commands';

/** The command that takes another one back. */
export type Undo = {
  [Name in UndoName]: { name: Name; input: CommandInput<Name> };
}[UndoName];

type UndoName = 'CLAIM' | 'RELEASE' | 'START' | 'STOP' | 'RESUME' | 'SET_PRIORITY' | 'SET_DUE_DATE';

type Before = Pick<TaskRowFragment, 'priority' | 'dueAt' | 'assignee'>;

/** How to take a command back, where one more command does it; null for what others have seen or what is final. */
export function undoOf(name: CommandName, before: Before, viewerId: string, now: Date): Undo | null {
  switch (name) {
    case 'CLAIM':
      return { name: 'RELEASE', input: {} };
    case 'RELEASE':
      return before.assignee?.id === viewerId ? { name: 'CLAIM', input: {} } : null;
    case 'START':
      return { name: 'STOP', input: {} };
    case 'STOP':
      return { name: 'START', input: {} };
    case 'SUSPEND':
      return { name: 'RESUME', input: {} };
    case 'SET_PRIORITY':
      return { name: 'SET_PRIORITY', input: { priority: before.priority } };
    case 'SET_DUE_DATE':
      return undoneDueDate(before.dueAt ?? null, now);
    default:
      return null;
  }
}

/** The way back to the due date before; none where it has passed, which the server does not take. */
function undoneDueDate(dueAt: string | null, now: Date): Undo | null {
  if (dueAt !== null && new Date(dueAt) <= now) return null;
  return { name: 'SET_DUE_DATE', input: { dueAt } };
}
