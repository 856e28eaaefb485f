import { Module } from '@nestjs/common';
import { TasksModule } from '@orkestra/tasks';
import { TenancyModule } from '@orkestra/tenancy';
import { TaskApprovalFieldsResolver } from './task-approval-fields.resolver';
import { TaskApprovalsResolver } from './task-approvals.resolver';
import { TaskControlResolver } from './task-control.resolver';
import { TaskEventResolver } from './task-event.resolver';
import { TaskFieldsResolver } from './task-fields.resolver';
import { TaskHandoverResolver } from './task-handover.resolver';
import { TaskStepResolver } from './task-step.resolver';
import { TaskUpdates } from './task-updates';
import { TaskCountsResolver } from './task-counts.resolver';
import { TaskUpdatesResolver } from './task-updates.resolver';
import { TasksResolver } from './tasks.resolver';

@Module({
  imports: [TenancyModule, TasksModule],
  providers: [
    TaskApprovalFieldsResolver,
    TaskApprovalsResolver,
    TaskControlResolver,
    TaskEventResolver,
    TaskFieldsResolver,
    TaskHandoverResolver,
    TaskStepResolver,
    TasksResolver,
    TaskUpdates,
    TaskUpdatesResolver,
  ],
})
export class TasksApiModule {}
    TaskCountsResolver,
