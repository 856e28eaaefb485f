export { compileForm } from './forms/compile-form';
export {
  type CompiledForm,
  FIELD_TYPES,
  type FieldType,
  type FormField,
  type FormFields,
  type FormSpec,
  type JsonSchema,
} from './forms/field/form-field';
export { linearAjv } from './forms/engine/form-engine';
export { FORMAT_NAMES } from './forms/engine/form-formats';
export { patternProblem, PatternWorkExceededError, withinPatternWork } from './forms/engine/linear-pattern';
export { convertedSchema } from './forms/dialects/convert-schema';
export { schemaProblems } from './forms/raw/schema-problems';
export { escapePointer } from './forms/schema/schema-keywords';
export type { DeadLetterView } from './delivery/dead-letter.queries';
export { DeadLettersService, MOST_REPLAYED } from './delivery/dead-letters.service';
export { EveryDeadLetter } from './delivery/every-dead-letter.service';
export { type AppendedRow, Outbox, type OutboxRow } from './delivery/outbox.service';
export type { AttachmentView, IncomingFile } from './attachments/attachment-view';
export { AttachmentTooLargeError } from './attachments/attachments.errors';
export {
  type AttachmentKey,
  AttachmentsService,
  LARGEST_ATTACHMENT,
} from './attachments/attachments.service';
export { TaskFilesModule } from './attachments/task-files.module';
export { checkAttachments } from './attachments/check-attachments.store';
export { LONGEST_COMMENT } from './comments/comment-content';
export type { CommentVersionView, CommentView, EditedComment, NewComment } from './comments/comment-view';
export { CommentsService, isCommentAuthor } from './comments/comments.service';
export { DraftsService, type DraftView, type SavedDraft } from './drafts/drafts.service';
export {
  type AnswerChangesCommand,
  type ApprovalCommand,
  ApprovalsService,
} from './approvals/approvals.service';
export type { ApprovalVersion, VoteView } from './approvals/approval.queries';
export { progressOf, type Vote, type VoteProgress, type Voter } from './voting/quorum';
export type { TaskStepView } from './sla/pending-steps.queries';
export { type BulkAction, type BulkAnswer, BulkService } from './bulk/bulk.service';
export { timerWorkflowId } from './sla/task-steps.store';
export type { TaskProgress } from './sla/task-progress.queries';
export { TaskTimersService } from './sla/task-timers.service';
export { OutboxSweepService, UNTOLD_LOOKED_FOR_MS } from './sweep/outbox-sweep.service';
export { LeftBehind } from './leaving/left-behind.service';
export { SearchWordsService } from './sweep/search-words.service';
export { type Beat, TaskSweepService } from './sweep/task-sweep.service';
export {
  type WalkPosition,
  type WorkflowKey,
  type WorkflowTask,
  WorkflowTasksService,
} from './sweep/workflow-tasks.service';
export type { TaskClosedMessage } from './delivery/task-closed.queries';
export type { TaskCommand } from './commands/task-commands.service';
export {
  type DueDateCommand,
  type PriorityCommand,
  type ReasonedCommand,
  type SuspendCommand,
  TaskControlService,
} from './control/task-control.service';
export type { TaskOrigin } from './creation/task-creator.service';
export {
  type DelegateCommand,
  type EscalateCommand,
  type HandOverCommand,
  type NominateCommand,
  TaskHandoverService,
} from './control/task-handover.service';
export { type Actor, actorOf, maySee, type TaskAccess, type TaskRole } from './task/task-roles';
export type { TaskTarget } from './assignment/task-target';
export {
  type TaskDecisionView,
  TaskDetailsService,
  type TaskEventView,
  type TaskPayloads,
} from './details/task-details.service';
export { TaskConversations } from './list/task-conversations.service';
export { TaskWorkflows } from './list/task-workflows.service';
export { type TaskCountsView, TaskCounts, MOST_COUNTED } from './list/task-counts.service';
export {
  checkTaskFilter,
  LONGEST_SEARCH,
  type PriorityRange,
  type TaskFilter,
  type TimeRange,
} from './list/task-filter';
export type { TaskPageRequest } from './list/task-list.queries';
export { matchesFilter, type ResolvedFilter } from './list/task-matching';
export { TASK_ORDERS, type TaskOrder } from './list/task-order';
export { TaskSearch } from './list/task-search.service';
export type { TaskSpec } from './creation/task.schema';
export { isOwnRequest } from './task/self-approval';
export { insertEvent } from './task/task-event.store';
export { isClosed, TASK_STATUSES, type TaskStatus } from './task/task-status';
export { allowedActions, decisionOn, TASK_ACTIONS, type TaskAction } from './task/task.state';
export type { DeliveryStatus, Quorum, TaskView } from './task/task-view';
export * from './task/task.errors';
export { TasksModule } from './tasks.module';
export { type CompleteCommand, TasksService } from './tasks.service';
export { RISKS, type Risk } from './tool-approvals/risk';
export type { StandingRuleFilter } from './tool-approvals/standing-rule.queries';
export type { StandingRuleUse, StandingRuleView } from './tool-approvals/standing-rule-view';
export { StandingRulesService } from './tool-approvals/standing-rules.service';
export { InvalidToolRequestError } from './tool-approvals/tool-approvals.errors';
export { ToolApprovalsService } from './tool-approvals/tool-approvals.service';
export type { ToolRequestSpec } from './tool-approvals/tool-request.schema';
export type {
  ToolCallVerdict,
  ToolCallView,
  ToolRequestView,
  ToolVerdict,
  ToolVerdicts,
} from './tool-approvals/tool-request-view';
export { DECISION_RECEIPT_TYPE, type DecisionStatement, openReceipt } from './receipts/decision-statement';
export { ReceiptsService } from './receipts/receipts.service';
export type { TaskSight } from './views/task-sight.store';
export { TaskViewsService } from './views/task-views.service';
export type { DecisionEvidence } from './commands/decision.store';
export { TOOL_APPROVAL } from './task/tool-approval-type';
export { NothingToRevealError, RevealForbiddenError } from './reveal/reveal.errors';
export { type Reveal, RevealService } from './reveal/reveal.service';
