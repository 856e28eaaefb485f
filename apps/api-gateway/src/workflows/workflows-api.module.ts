import { Module } from '@nestjs/common';
import { TasksModule } from '@orkestra/tasks';
import { WorkflowsModule } from '@orkestra/workflows';
import { SharedReads } from '../graphql/shared-reads.service';
import { TaskWorkflowResolver } from './task-workflow.resolver';
import { WorkflowControlResolver } from './workflow-control.resolver';
import { WorkflowUpdates } from './workflow-updates.service';
import { WorkflowLoadersFactory } from './workflows.loaders';
import { WorkflowsResolver } from './workflows.resolver';

const RESOLVERS = [TaskWorkflowResolver, WorkflowControlResolver, WorkflowsResolver];

/** Importing `WorkflowsModule` also makes decisions that are taken here reach their workflows at once. */
@Module({
  imports: [TasksModule, WorkflowsModule],
  providers: [...RESOLVERS, SharedReads, WorkflowLoadersFactory, WorkflowUpdates],
  exports: [WorkflowLoadersFactory],
})
export class WorkflowsApiModule {
  static readonly resolvers = RESOLVERS;
  static readonly loaders = WorkflowLoadersFactory;
}
