import type {
  CloseExecutionActivityInput,
  CreateTaskActivityInput,
  OrkestraActivities as Contract,
  ReadTaskResultActivityInput,
  TaskClosed,
  TaskRef,
} from '@orkestra/sdk';
import { TasksService } from '@orkestra/tasks';
import { Context } from '@temporalio/activity';
import { Activities, Activity } from 'nestjs-temporal';
import { activityContext } from './activity-context';
import { TaskNotClosedError } from './activity.errors';
import { WorkflowsService } from './workflows.service';

/** What the server does for workflows. The names are part of the contract with the SDK. */
@Activities()
export class OrkestraActivities implements Contract {
  constructor(
    private readonly tasks: TasksService,
    private readonly workflows: WorkflowsService,
  ) {}

  /** Creates the task, or answers with the one of an earlier attempt, including any decision. */
  @Activity()
  async createTask({ requestKey, spec }: CreateTaskActivityInput): Promise<TaskRef> {
    const ctx = activityContext();
    const task = await this.tasks.create(ctx, spec, { requestKey, ...callingWorkflow() });
    if (task.closedAt === null) return { taskId: task.id };
    const closed = await this.tasks.closed(ctx, task.id);
    return { taskId: task.id, ...(closed === null ? {} : { closed }) };
  }

  /** How a task ended, with its data whatever its size. */
  @Activity()
  async readTaskResult({ taskId }: ReadTaskResultActivityInput): Promise<TaskClosed> {
    const closed = await this.tasks.closed(activityContext(), taskId);
    if (closed === null) throw new TaskNotClosedError();
    return closed;
  }

  /** Records how the execution ended. Children have no row of their own: nothing happens for them. */
  @Activity()
  async closeExecution(ending: CloseExecutionActivityInput): Promise<void> {
    const { workflowId, runId } = callingWorkflow();
    await this.workflows.close(activityContext(), workflowId, { ...ending, runId });
  }
}

/** From Temporal, never from the input. */
function callingWorkflow(): { workflowId: string; runId: string } {
  const { workflowExecution } = Context.current().info;
  if (workflowExecution === undefined)
    throw new Error('An activity of the server was started without a workflow.');
  return workflowExecution;
}
