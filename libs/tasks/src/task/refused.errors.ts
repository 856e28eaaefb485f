import { DomainError, type ErrorKind } from '@orkestra/core';

/** What is refused in the same words each time, by its code; what has more to say is an error beside its feature. */
const REFUSALS = {
  'task.not_claimed': ['conflict', 'Nobody holds this task. Claim it first.'],
  'task.not_assignee': ['forbidden', 'Only the person who holds the task may do this.'],
  'task.not_candidate': ['forbidden', 'This task is for other people: you are not among its candidates.'],
  'task.service_may_not_decide': ['forbidden', 'Only a person may claim, release or complete this task.'],
  'task.guest_may_not': [
    'forbidden',
    'You were invited to this task for something else. Ask whoever has invited you.',
  ],
  'task.agent_may_not_decide': [
    'forbidden',
    'An agent does not decide in the name of a person. Open the task in Orkestra and decide it there.',
  ],
  'task.suspended': ['conflict', 'The task is suspended. Resume it first.'],
  'task.decidable_by_forbidden': [
    'forbidden',
    'Only a workflow or a workspace admin may let programs decide a task. Leave out `decidableBy`.',
  ],
  'task.payload_changed': [
    'conflict',
    'What is to be approved is not what you were shown. Read the task again before you decide.',
  ],
  'task.target_excluded': [
    'invalid',
    'This person is excluded from the task, or asked for it. Choose somebody else.',
  ],
  'task.request_key_conflict': [
    'conflict',
    'This request key already created a task with another content. Use a new key for a new task.',
  ],
  'task.operation_conflict': [
    'conflict',
    'This operationId was used for another command. Use a new one for each command.',
  ],
  'task.comment_not_found': ['not_found', 'There is no such comment, or it is not yours to see.'],
  'task.comment_deleted': ['conflict', 'The comment was deleted. Add a new one.'],
  'task.draft_for_people': ['forbidden', 'Only people keep drafts. A program completes the task at once.'],
  'task.seen_by_people': ['forbidden', 'Only what people see is recorded. A program reads the task.'],
  'task.attachment_not_found': ['not_found', 'There is no such attachment, or it is not yours to see.'],
  'task.attachment_empty': ['invalid', 'The file is empty. Attach one that has content.'],
  'task.upload_too_slow': ['unavailable', 'The upload took too long and was given up. Try again.'],
  'tool_approval.request_conflict': [
    'conflict',
    'This key already asked about other calls. Use a new key for each turn.',
  ],
  'tool_approval.not_found': ['not_found', 'There is no such request, or it is not yours.'],
  'tool_approval.calls_changed': [
    'conflict',
    'What the agent wants to do is not what you were shown. Read the task again before you decide.',
  ],
  'tool_approval.rule_not_found': [
    'not_found',
    'There is no such standing permission, or it is not yours to see.',
  ],
  'tool_approval.revoke_forbidden': [
    'forbidden',
    'Only a person who granted it, a supervisor of the group that was asked, or a workspace admin may revoke it.',
  ],
  'task.not_suspended': ['conflict', 'The task is not suspended.'],
  'task.waiting': ['conflict', 'The task waits for the requester to answer the asked-for changes.'],
  'task.not_waiting': ['conflict', 'Nobody has asked for changes: there is nothing to answer.'],
  'task.supervisor_only': [
    'forbidden',
    "Only a supervisor of the task's groups or a workspace admin may do this.",
  ],
  'task.creator_only': ['forbidden', 'Only whoever asked for the task, or a workspace admin, may do this.'],
  'task.system_only': ['forbidden', 'Only the server does this, when the time has come.'],
  'task.not_delegated': ['conflict', 'The task is not delegated to anybody.'],
  'task.started': ['conflict', 'The work has already begun.'],
  'task.not_started': ['conflict', 'The work has not begun yet.'],
  'task.approval': ['conflict', 'This task is an approval: approve or reject it, or ask for changes.'],
  'task.not_approval': ['conflict', 'This task is no approval: fill in its form and complete it.'],
  'task.voting': ['conflict', 'Several people vote on this task: nobody holds it. Vote directly.'],
  'task.voted': ['conflict', 'You have already voted on this.'],
  'task.self_approval': [
    'forbidden',
    'You asked for this, or it was asked for you: somebody else has to decide it.',
  ],
} as const satisfies Record<string, readonly [kind: ErrorKind, message: string]>;

export type RefusalCode = keyof typeof REFUSALS;

export class RefusedError extends DomainError {
  constructor(code: RefusalCode) {
    const [kind, message] = REFUSALS[code];
    super(kind, code, message);
  }
}
