import { Injectable } from '@nestjs/common';
import { type ExecutionView, WorkflowsService } from '@orkestra/workflows';
import type { Caller } from '../graphql/caller';
import { batched, type Loader, type LoadersFactory } from '../graphql/loader';

export interface WorkflowLoaders {
  executions: Loader<ExecutionView>;
}

@Injectable()
export class WorkflowLoadersFactory implements LoadersFactory<WorkflowLoaders> {
  constructor(private readonly workflows: WorkflowsService) {}

  for(caller: Caller): WorkflowLoaders {
    return { executions: batched((ids) => this.workflows.find(caller.ctx, ids)) };
  }
}
