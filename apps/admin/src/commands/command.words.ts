import type { CommandName } from './commands';

const doneWords: Record<CommandName, string> = {
  CLAIM: 'You hold this task now.',
  RELEASE: 'Released. Others can claim it now.',
  START: 'Started.',
  STOP: 'Stopped. You still hold the task.',
  COMPLETE: 'Completed.',
  APPROVE: 'Your approval is recorded.',
  REJECT: 'Your rejection is recorded.',
  REQUEST_CHANGES: 'The requester is asked for changes. The clock stands still until they answer.',
  ANSWER_CHANGES: 'The new version is there. The vote begins again.',
  DELEGATE: 'Delegated. The task comes back to you.',
  RESOLVE: 'Given back to the owner.',
  FORWARD: 'Forwarded.',
  ASSIGN: 'Assigned.',
  NOMINATE: 'The candidates are named.',
  ESCALATE: 'Escalated.',
  SUSPEND: 'Suspended. Its clock stands still.',
  RESUME: 'Resumed.',
  CANCEL: 'Cancelled.',
  SET_PRIORITY: 'Priority changed.',
  SET_DUE_DATE: 'Due date changed.',
};

/** What a command says of the task: who holds it now, and whose queue it is in. */
export interface HandedOver {
  assignee?: { id: string; displayName: string } | null;
  group?: { name: string } | null;
}

const handingOver: CommandName[] = ['ASSIGN', 'FORWARD', 'DELEGATE', 'ESCALATE'];

/**
 * What is said when a command went through; of one that hands the task over also who has it now, which need not be the
 * person who was named.
 * @param to the user who was named, if it was one
 */
export function doneText(name: CommandName, task: HandedOver, to: string | null): string {
  const { assignee, group } = task;
  if (!handingOver.includes(name)) return doneWords[name];
  if (to !== null && assignee && assignee.id !== to) {
    return `${doneWords[name]} The person whom you named is away: ${assignee.displayName} stands in and has it now.`;
  }
  if (assignee) return `${doneWords[name]} ${assignee.displayName} has it now.`;
  return group ? `${doneWords[name]} It waits in the queue of ${group.name}.` : doneWords[name];
}

/** The user whom a command names, by id. */
export function namedUser(input: object): string | null {
  const to: unknown = 'to' in input ? input.to : null;
  if (typeof to === 'string') return to;
  const user: unknown = typeof to === 'object' && to !== null && 'user' in to ? to.user : null;
  return typeof user === 'string' ? user : null;
}
