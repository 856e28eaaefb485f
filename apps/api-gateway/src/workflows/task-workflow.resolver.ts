import { ResolveField, Resolver } from '@nestjs/graphql';
import type { TaskView } from '@orkestra/tasks';
import type { ExecutionView } from '@orkestra/workflows';
import { Task } from '../tasks/task/task.type';
import { WorkflowExecution } from './workflow-execution.type';
import type { WorkflowLoaders } from './workflows.loaders';
import type { FieldContext } from '../graphql/graphql-context';

@Resolver(() => Task)
export class TaskWorkflowResolver {
  @ResolveField(() => WorkflowExecution, {
    nullable: true,
    description: 'The execution that waits for the task.',
  })
  async workflow(
    task: TaskView,
    _args: unknown,
    { loaders }: FieldContext<WorkflowLoaders>,
  ): Promise<ExecutionView | null> {
    return task.workflowId === null ? null : loaders.executions.load(task.workflowId);
  }
}
