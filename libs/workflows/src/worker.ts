export { builtInWorkflows } from './built-in/built-in-project';
export { ActivitiesModule } from './activities.module';
export { ActivityInterceptor } from './activities/activity.interceptor';
export { OrkestraActivities } from './activities/orkestra.activities';
export { inputSchemaProblems } from './catalogue/input-schema';
export { ensureReconcilerSchedules } from './reconciler/schedules';
export { isOutage } from './temporal/grpc-errors';
export { WorkflowStarter } from './executions/workflow-starter.service';
