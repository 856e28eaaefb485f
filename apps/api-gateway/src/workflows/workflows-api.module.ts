import { Module } from '@nestjs/common';
import { TasksModule } from '@orkestra/tasks';
import { WorkflowsModule } from '@orkestra/workflows';
import { WorkflowControlResolver } from './workflow-control.resolver';
import { WorkflowUpdates } from './workflow-updates.service';
import { WorkflowsResolver } from './workflows.resolver';

/** Importing `WorkflowsModule` also makes decisions that are taken here reach their workflows at once. */
@Module({
  imports: [TasksModule, WorkflowsModule],
  providers: [WorkflowControlResolver, WorkflowsResolver, WorkflowUpdates],
})
export class WorkflowsApiModule {}
