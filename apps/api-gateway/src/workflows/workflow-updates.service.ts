import { Injectable } from '@nestjs/common';
import { LiveBus, type LiveSubscription } from '@orkestra/core';
import { type ExecutionView, WorkflowsService } from '@orkestra/workflows';
import type { Caller } from '../graphql/caller';
import { follow } from '../graphql/follow';

type Told = { workflowUpdated: ExecutionView };

/** Follows one execution to its end. */
@Injectable()
export class WorkflowUpdates {
  constructor(
    private readonly live: LiveBus,
    private readonly workflows: WorkflowsService,
  ) {}

  /** @throws WorkflowNotFoundError */
  async watch(caller: Caller, id: string): Promise<AsyncIterableIterator<Told>> {
    // Subscribed before the first reading, so that nothing falls between the two.
    const source = this.live.subscribe(caller.ctx.tenantId);
    try {
      const first = await this.workflows.get(caller.ctx, id);
      source.push({
        tenantId: caller.ctx.tenantId,
        topic: 'workflow',
        id: first.id,
        revision: 0,
        kind: 'current',
      });
      return this.follow(source, caller, first.id);
    } catch (error) {
      source.end();
      throw error;
    }
  }

  private follow(source: LiveSubscription, caller: Caller, id: string): AsyncIterableIterator<Told> {
    let revision = -1;
    return follow(source, async (message) => {
      const concerns = message.kind === 'resync' || (message.topic === 'workflow' && message.id === id);
      if (!concerns) return undefined;
      const execution = await this.workflows.get(caller.ctx, id);
      if (execution.revision === revision) return undefined;
      revision = execution.revision;
      if (execution.closedAt !== null) source.end();
      return { workflowUpdated: execution };
    });
  }
}
