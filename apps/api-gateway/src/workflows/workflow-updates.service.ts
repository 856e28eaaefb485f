import { Injectable } from '@nestjs/common';
import { LiveBus, type LiveMessage, type LiveSubscription, Logger } from '@orkestra/core';
import { type ExecutionView, WorkflowsService } from '@orkestra/workflows';
import type { Caller } from '../graphql/caller';
import { follow } from '../graphql/follow';
import { SharedReads } from '../graphql/shared-reads.service';

type Told = { workflowUpdated: ExecutionView };

/** Follows one execution to its end. */
@Injectable()
export class WorkflowUpdates {
  private readonly logger: Logger;

  constructor(
    private readonly live: LiveBus,
    private readonly workflows: WorkflowsService,
    private readonly reads: SharedReads,
    logger: Logger,
  ) {
    this.logger = logger.child('workflow-updates');
  }

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
    let told = '';
    let revision = -1;
    const tell = async (message: LiveMessage): Promise<Told | undefined> => {
      if (!concerns(message, id)) return undefined;
      const { ctx } = caller;
      const execution = await this.reads.once(message, ctx, id, () => this.workflows.get(ctx, id));
      // A queue that nobody works for changes no row of an execution.
      const state = `${execution.revision} ${execution.problem?.code}`;
      if (state === told || execution.revision < revision) return undefined;
      [told, revision] = [state, execution.revision];
      if (execution.closedAt !== null) source.end();
      return { workflowUpdated: execution };
    };
    const onTrouble = (error: unknown) =>
      this.logger.warn({ err: error, workflow: id }, 'An execution could not be read for a subscriber');
    return follow(source, { tell, onTrouble });
  }
}

function concerns({ kind, topic, id }: LiveMessage, key: string): boolean {
  return kind === 'resync' || (topic === 'workflow' && (id === key || kind === 'queue'));
}
