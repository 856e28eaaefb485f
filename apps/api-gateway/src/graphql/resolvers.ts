import { TaskFieldsResolver } from '../tasks/task-fields.resolver';
import { TaskUpdatesResolver } from '../tasks/task-updates.resolver';
import { TasksResolver } from '../tasks/tasks.resolver';
import { ViewerResolver } from '../viewer/viewer.resolver';
import { WorkflowsResolver } from '../workflows/workflows.resolver';

/** Everything that the schema is made of. */
export const RESOLVERS = [
  TaskFieldsResolver,
  TasksResolver,
  TaskUpdatesResolver,
  ViewerResolver,
  WorkflowsResolver,
];
