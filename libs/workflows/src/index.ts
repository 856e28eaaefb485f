export {
  CatalogueService,
  type DefinitionView,
  type PublishedDefinition,
} from './catalogue/catalogue.service';
export { DecisionDeliveryService, type DeliveryOutcome } from './delivery/decision-delivery.service';
export type { ExecutionFilter } from './executions/executions.queries';
export type { ExecutionStatus, ExecutionView } from './workflow/execution-view';
export type { ProblemCode, WorkflowProblem } from './workflow/problem.words';
export type { HistoryEvent, HistoryPage } from './history/history-event';
export { WorkflowHistoryService } from './history/workflow-history.service';
export {
  type CancelWorkflow,
  type SignalWorkflow,
  WorkflowControlService,
} from './control/workflow-control.service';
export { WorkflowRestartService } from './control/workflow-restart.service';
export { LONGEST_CANCEL_REASON, LONGEST_SIGNAL_NAME } from './control/signal-request';
export { LONGEST_WORKFLOW_ID, temporalWorkflowId, workflowKey } from './workflow/workflow-id';
export * from './workflow/workflows.errors';
export { WorkflowsModule } from './workflows.module';
export { type AwaitOptions, type StartWorkflow, WorkflowsService } from './executions/workflows.service';
