export { builtInWorkflows } from './built-in/built-in-project';
export { ActivitiesModule } from './activities.module';
export { ActivityInterceptor } from './activity.interceptor';
export { OrkestraActivities } from './orkestra.activities';
export { inputSchemaProblems } from './input-schema';
export { ensureReconcilerSchedules } from './reconciler/schedules';
export { isOutage } from './task-signal';
export { WorkflowStarter } from './workflow-starter';
