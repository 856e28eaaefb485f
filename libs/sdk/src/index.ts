export * from './contract';
export { MAX_DURATION_MS, addDurations, formatDuration, isDuration, parseDuration } from './durations';
export type { Duration } from './durations';
export { TaskCancelledError, TaskExpiredError } from './errors';
export type { TaskFailureDetails } from './errors';
export type {
  Form,
  FormData,
  FormField,
  FormFieldType,
  FormFieldValidation,
  FormFieldValue,
  FormOption,
} from './form';
export type { JsonSchema, Schema, StandardSchema } from './schema';
export { deadline, timeout } from './sla';
export { getPendingTasks, task } from './task';
export type { TaskRequest, TaskResult } from './task';
export { workflow } from './workflow';
export type { WorkflowHandler } from './workflow';
export type { WorkflowContext } from './workflow-context';
export { isWorkflowDefinition } from './workflow-definition';
export type { AnyWorkflowDefinition, WorkflowDefinition, WorkflowOptions } from './workflow-definition';
export { workflows } from './workflows';
export type { WorkflowDispatcher } from './workflows';
