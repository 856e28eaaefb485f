export { CatalogueService, type DefinitionView, type PublishedDefinition } from './catalogue.service';
export { DecisionDeliveryService, type DeliveryOutcome } from './decision-delivery.service';
export type { ExecutionFilter } from './execution-list';
export type { ExecutionStatus, ExecutionView } from './execution-view';
export { temporalWorkflowId, workflowKey } from './workflow-id';
export * from './workflows.errors';
export { WorkflowsModule } from './workflows.module';
export { type AwaitOptions, type StartWorkflow, WorkflowsService } from './workflows.service';
