export { adoptTask } from './task/adopt-task';
export { approval } from './task/approval';
export type { ApprovalRequest, ApprovalResult } from './task/approval';
export { continueAsNew } from './workflow/continue-as-new';
export * from './contract/contract';
export type { ClockOptions } from './time/delays';
export { MAX_DURATION_MS, addDurations, formatDuration, isDuration, parseDuration } from './time/durations';
export type { Duration } from './time/durations';
export { TaskCancelledError, TaskExpiredError } from './contract/sdk.errors';
export type { TaskFailureDetails } from './contract/sdk.errors';
export { escalationChain } from './time/escalation-chain';
export type { EscalationChain, EscalationTarget, NotifyOptions, StepOptions } from './time/escalation-chain';
export { approvalEscalation, taskWithEscalation, tieredSupport } from './task/escalation-patterns';
export type { EscalationLevel, EscalationPlan } from './task/escalation-patterns';
export type {
  Form,
  FormCondition,
  FormData,
  FormField,
  FormFields,
  FormFieldType,
  FormFieldValidation,
  FormFieldValue,
  FormOption,
  RawForm,
} from './contract/form';
export { allTasks, anyTask } from './task/many-tasks';
export type { FirstTask, TaskRequests, TaskResults } from './task/many-tasks';
export { onQuery, onSignal } from './workflow/messages';
export { getPendingTasks, isWaitingFor } from './task/pending-tasks';
export type {
  JsonSchema,
  PlainSchema,
  Schema,
  SchemaInput,
  SchemaIssue,
  SchemaOutput,
  StandardSchema,
} from './workflow/schema';
export {
  deadline,
  deadlineWithEscalation,
  tierBasedTimeout,
  timeout,
  timeoutWithEscalation,
  timeoutWithWarning,
} from './time/sla';
export type { BreachOptions, WarningOptions } from './time/sla';
export { NEW_VERSION_SIGNAL } from './run/version-move';
export type { NewVersion } from './run/version-move';
export { createState } from './workflow/state';
export type { WorkflowState } from './workflow/state';
export { task } from './task/task';
export type { TaskOptions, TaskRequest, TaskResult } from './task/task';
export { cancelTask, reassignTask } from './task/task-handle';
export type { TaskHandle } from './task/task-handle';
export { workflow } from './workflow/workflow';
export type { WorkflowHandler } from './workflow/workflow';
export type { WorkflowContext } from './run/workflow-context';
export { isWorkflowDefinition } from './workflow/workflow-definition';
export type {
  AnyWorkflowDefinition,
  WorkflowDefinition,
  WorkflowExample,
  WorkflowOptions,
  WorkflowVersioning,
} from './workflow/workflow-definition';
export { workflows } from './workflow/workflows';
export type { WorkflowDispatcher } from './workflow/workflows';
