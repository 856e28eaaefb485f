import type { CommandName } from './commands';

/** What is said when a command went through. */
export const doneWords: Record<CommandName, string> = {
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
