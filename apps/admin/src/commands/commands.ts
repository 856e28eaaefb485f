import type { TypedDocumentNode } from '@apollo/client';
import { AnswerTaskChanges, ApproveTask, RejectTask, RequestTaskChanges } from './approval-operations';
import { CancelTask, ResumeTask, SetTaskDueDate, SetTaskPriority, SuspendTask } from './control-operations';
import {
  AssignTask,
  DelegateTask,
  EscalateTask,
  ForwardTask,
  NominateTask,
  ResolveTask,
} from './handover-operations';
import { ClaimTask, CompleteTask, ReleaseTask, StartTask, StopTask } from './hold-operations';

/** Every command by the name that it has among `allowedActions`. */
export const documents = {
  CLAIM: ClaimTask,
  RELEASE: ReleaseTask,
  START: StartTask,
  STOP: StopTask,
  COMPLETE: CompleteTask,
  APPROVE: ApproveTask,
  REJECT: RejectTask,
  REQUEST_CHANGES: RequestTaskChanges,
  ANSWER_CHANGES: AnswerTaskChanges,
  DELEGATE: DelegateTask,
  RESOLVE: ResolveTask,
  FORWARD: ForwardTask,
  ASSIGN: AssignTask,
  NOMINATE: NominateTask,
  ESCALATE: EscalateTask,
  SUSPEND: SuspendTask,
  RESUME: ResumeTask,
  CANCEL: CancelTask,
  SET_PRIORITY: SetTaskPriority,
  SET_DUE_DATE: SetTaskDueDate,
} as const;

export type CommandName = keyof typeof documents;

type InputOf<Document> =
  Document extends TypedDocumentNode<infer _Data, { input: infer Input }> ? Input : never;

/** What a command takes beside the task. */
export type CommandInput<Name extends CommandName> = Omit<
  InputOf<(typeof documents)[Name]>,
  'taskId' | 'operationId'
>;

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
