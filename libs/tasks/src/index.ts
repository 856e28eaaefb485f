export { compileForm } from './forms/compile-form';
export {
  type CompiledForm,
  FIELD_TYPES,
  type FieldType,
  type FormField,
  type FormFields,
  type FormSpec,
  type JsonSchema,
} from './forms/form-field';
export { linearAjv } from './forms/form-engine';
export { FORMAT_NAMES } from './forms/form-formats';
export { patternProblem, PatternWorkExceededError, withinPatternWork } from './forms/linear-pattern';
export { schemaProblems } from './forms/schema-problems';
export { escapePointer } from './forms/schema-keywords';
export { type AppendedRow, Outbox, type OutboxRow } from './outbox';
export type { AttachmentView, IncomingFile } from './attachments/attachment-view';
export { AttachmentTooLargeError } from './attachments/attachments.errors';
export {
  type AttachmentKey,
  AttachmentsService,
  LARGEST_ATTACHMENT,
} from './attachments/attachments.service';
export { checkAttachments } from './attachments/check-attachments';
export { LONGEST_COMMENT } from './comments/comment-content';
export type { CommentVersionView, CommentView, EditedComment, NewComment } from './comments/comment-view';
export { CommentsService, isCommentAuthor } from './comments/comments.service';
export { deleteDrafts } from './drafts/delete-drafts';
export { DraftsService, type DraftView, type SavedDraft } from './drafts/drafts.service';
export {
  type AnswerChangesCommand,
  type ApprovalCommand,
  ApprovalsService,
} from './approvals/approvals.service';
export type { ApprovalVersion, VoteView } from './approvals/approval-details';
export { progressOf, type Quorum, type Vote, type VoteProgress, type Voter } from './approvals/quorum';
export type { TaskStepView } from './sla/step-views';
export { type BulkAction, type BulkAnswer, BulkService } from './bulk/bulk.service';
export { timerWorkflowId } from './sla/task-steps';
export type { TaskProgress } from './sla/task-progress';
export { TaskTimersService } from './sla/task-timers.service';
export { OutboxSweepService, UNTOLD_LOOKED_FOR_MS } from './sweep/outbox-sweep.service';
export { type Beat, TaskSweepService } from './sweep/task-sweep.service';
export {
  type WalkPosition,
  type WorkflowKey,
  type WorkflowTask,
  WorkflowTasksService,
} from './sweep/workflow-tasks.service';
export type { TaskClosedMessage } from './task-closed';
export { actorOf, type TaskCommand } from './task-commands';
export {
  type DueDateCommand,
  type PriorityCommand,
  type ReasonedCommand,
  type SuspendCommand,
  TaskControlService,
} from './task-control.service';
export type { TaskOrigin } from './task-creator';
export {
  type DelegateCommand,
  type EscalateCommand,
  type HandOverCommand,
  type NominateCommand,
  TaskHandoverService,
} from './task-handover.service';
export { type Actor, maySee, type TaskAccess, type TaskRole } from './task-roles';
export type { TaskTarget } from './task-target';
export {
  type TaskDecisionView,
  TaskDetailsService,
  type TaskEventView,
  type TaskPayloads,
} from './task-details.service';
export { TaskConversations } from './task-conversations';
export { type TaskCountsView, TaskCounts, MOST_COUNTED } from './task-counts';
export {
  checkTaskFilter,
  LONGEST_SEARCH,
  type PriorityRange,
  type TaskFilter,
  type TimeRange,
} from './task-filter';
export type { TaskPageRequest } from './task-list';
export { TASK_ORDERS, type TaskOrder } from './task-list-order';
export { TaskSearch } from './task-search';
export type { TaskSpec } from './task-spec';
export { isClosed, TASK_STATUSES, type TaskStatus } from './task-status';
export { allowedActions, decisionOn, TASK_ACTIONS, type TaskAction } from './task.state';
export type { DeliveryStatus, TaskView } from './task-view';
export * from './tasks.errors';
export { TasksModule } from './tasks.module';
export { type CompleteCommand, TasksService } from './tasks.service';
export { RISKS, type Risk } from './tool-approvals/risk';
export type { StandingRuleFilter } from './tool-approvals/standing-rule-pages';
export type { StandingRuleUse, StandingRuleView } from './tool-approvals/standing-rule-view';
export { StandingRulesService } from './tool-approvals/standing-rules.service';
export { InvalidToolRequestError } from './tool-approvals/tool-approvals.errors';
export { ToolApprovalsService } from './tool-approvals/tool-approvals.service';
export { TOOL_APPROVAL, type ToolRequestSpec } from './tool-approvals/tool-request-spec';
export type {
  ToolCallVerdict,
  ToolCallView,
  ToolRequestView,
  ToolVerdict,
  ToolVerdicts,
} from './tool-approvals/tool-request-view';
