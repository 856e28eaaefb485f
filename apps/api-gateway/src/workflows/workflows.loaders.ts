import { Injectable } from '@nestjs/common';
import { TaskWorkflows, type TaskView } from '@orkestra/tasks';
import { type ExecutionView, WorkflowsService } from '@orkestra/workflows';
import type { Caller } from '../graphql/caller';
import { batched, type Loader, type LoadersFactory } from '../graphql/loader';
import { pageLoader, type PageLoader } from '../graphql/page-loader';

export interface WorkflowLoaders {
  executions: Loader<ExecutionView>;
  /** By Temporal's id of the workflow. */
  workflowTasks: PageLoader<{ first: number }, TaskView[]>;
}

@Injectable()
export class WorkflowLoadersFactory implements LoadersFactory<WorkflowLoaders> {
  constructor(
    private readonly workflows: WorkflowsService,
    private readonly tasks: TaskWorkflows,
  ) {}

  for(caller: Caller): WorkflowLoaders {
    return {
      executions: batched((ids) => this.workflows.find(caller.ctx, ids)),
      workflowTasks: pageLoader((ids, { first }) => this.tasks.tasksOf(caller.ctx, ids, first)),
    };
  }
}
