export { adoptTask } from './adopted-task';
export { approval } from './approval';
export type { ApprovalRequest, ApprovalResult } from './approval';
export { continueAsNew } from './continue-as-new';
export * from './contract';
export type { ClockOptions } from './delays';
export { MAX_DURATION_MS, addDurations, formatDuration, isDuration, parseDuration } from './durations';
export type { Duration } from './durations';
export { TaskCancelledError, TaskExpiredError } from './errors';
export type { TaskFailureDetails } from './errors';
export { escalationChain } from './escalation-chain';
export type { EscalationChain, EscalationTarget, NotifyOptions, StepOptions } from './escalation-chain';
export { approvalEscalation, taskWithEscalation, tieredSupport } from './escalation-patterns';
export type { EscalationLevel, EscalationPlan } from './escalation-patterns';
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
} from './form';
export { allTasks, anyTask } from './many-tasks';
export type { FirstTask, TaskRequests, TaskResults } from './many-tasks';
export { onQuery, onSignal } from './messages';
export { getPendingTasks, isWaitingFor } from './pending-tasks';
export type {
  JsonSchema,
  PlainSchema,
  Schema,
  SchemaInput,
  SchemaIssue,
  SchemaOutput,
  StandardSchema,
} from './schema';
export {
  deadline,
  deadlineWithEscalation,
  tierBasedTimeout,
  timeout,
  timeoutWithEscalation,
  timeoutWithWarning,
} from './sla';
export type { BreachOptions, WarningOptions } from './sla';
export { createState } from './state';
export type { WorkflowState } from './state';
export { task } from './task';
export type { TaskOptions, TaskRequest, TaskResult } from './task';
export { cancelTask, reassignTask } from './task-commands';
export type { TaskHandle } from './task-commands';
export { workflow } from './workflow';
export type { WorkflowHandler } from './workflow';
export type { WorkflowContext } from './workflow-context';
export { isWorkflowDefinition } from './workflow-definition';
export type {
  AnyWorkflowDefinition,
  WorkflowDefinition,
  WorkflowExample,
  WorkflowOptions,
} from './workflow-definition';
export { workflows } from './workflows';
export type { WorkflowDispatcher } from './workflows';
