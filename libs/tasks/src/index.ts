export { compileForm } from './forms/compile-form';
export {
  type CompiledForm,
  FIELD_TYPES,
  type FieldType,
  type FormField,
  type FormFields,
  type JsonSchema,
} from './forms/form-field';
export { type AppendedRow, Outbox, type OutboxRow } from './outbox';
export type { TaskClosedMessage } from './task-closed';
export {
  type TaskDecisionView,
  TaskDetailsService,
  type TaskEventView,
  type TaskPayloads,
} from './task-details.service';
export type { TaskFilter } from './task-filter';
export type { TaskSpec } from './task-spec';
export {
  type Actor,
  allowedActions,
  isClosed,
  maySee,
  TASK_ACTIONS,
  TASK_STATUSES,
  type TaskAccess,
  type TaskAction,
  type TaskStatus,
} from './task.state';
export type { DeliveryStatus, TaskView } from './task-view';
export * from './tasks.errors';
export { TasksModule } from './tasks.module';
export { type CompleteCommand, type TaskCommand, type TaskOrigin, TasksService } from './tasks.service';
