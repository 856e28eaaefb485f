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
