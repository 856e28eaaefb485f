import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { TaskView } from '@orkestra/tasks';
import type { ExecutionView } from '@orkestra/workflows';
import { Task } from '../tasks/task/task.type';
import { WorkflowExecution } from './workflow-execution.type';
import type { WorkflowLoaders } from './workflows.loaders';

@Resolver(() => Task)
export class TaskWorkflowResolver {
  @ResolveField(() => WorkflowExecution, {
    nullable: true,
    description: 'The execution that waits for the task.',
  })
  async workflow(
    @Parent() task: TaskView,
    @Context('loaders') loaders: WorkflowLoaders,
  ): Promise<ExecutionView | null> {
    return task.workflowId === null ? null : loaders.executions.load(task.workflowId);
  }
}
