import { TaskApprovalFieldsResolver } from '../tasks/task-approval-fields.resolver';
import { TaskApprovalsResolver } from '../tasks/task-approvals.resolver';
import { TaskControlResolver } from '../tasks/task-control.resolver';
import { TaskEventResolver } from '../tasks/task-event.resolver';
import { TaskFieldsResolver } from '../tasks/task-fields.resolver';
import { TaskHandoverResolver } from '../tasks/task-handover.resolver';
import { TaskStepResolver } from '../tasks/task-step.resolver';
import { TaskUpdatesResolver } from '../tasks/task-updates.resolver';
import { TasksResolver } from '../tasks/tasks.resolver';
import { ViewerResolver } from '../viewer/viewer.resolver';
import { WorkflowsResolver } from '../workflows/workflows.resolver';

/** Everything that the schema is made of. */
import { TaskCountsResolver } from '../tasks/task-counts.resolver';
export const RESOLVERS = [
  TaskApprovalFieldsResolver,
  TaskApprovalsResolver,
  TaskControlResolver,
  TaskEventResolver,
  TaskFieldsResolver,
  TaskHandoverResolver,
  TaskStepResolver,
  TasksResolver,
  TaskUpdatesResolver,
  ViewerResolver,
  WorkflowsResolver,
];
  TaskCountsResolver,
