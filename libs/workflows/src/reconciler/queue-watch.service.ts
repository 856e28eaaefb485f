import { Injectable } from '@nestjs/common';
import { Clock, fewAtOnce, LiveBus, Logger, SystemDatabase, TemporalConnection } from '@orkestra/core';
import { temporal } from '@temporalio/proto';

/** A poll lasts a minute; Temporal lists those who polled in the last five. */
const POLLED_WITHIN_MS = 2 * 60_000;
const MOST_QUEUES = 500;
const AT_ONCE = 8;
const DEADLINE_MS = 10_000;
const { TASK_QUEUE_TYPE_WORKFLOW } = temporal.api.enums.v1.TaskQueueType;

/** Looks which queues of open executions nobody polls: their workflows stand still, and Temporal says nothing of it. */
@Injectable()
export class QueueWatch {
  private readonly logger: Logger;

  constructor(
    private readonly database: SystemDatabase,
    private readonly temporal: TemporalConnection,
    private readonly clock: Clock,
    private readonly live: LiveBus,
    logger: Logger,
  ) {
    this.logger = logger.child('queue-watch');
  }

  /** Answers how many it was news for. */
  async look(): Promise<number> {
    const found = await fewAtOnce(AT_ONCE, await this.openQueues(), async (name) =>
      (await this.isPolled(name)) ? [] : [name],
    );
    const unpolled = found.flat();
    const polled = await this.database.query<{ name: string }>(
      'DELETE FROM workflow_queues WHERE NOT name = ANY($1::text[]) RETURNING name',
      [unpolled],
    );
    const news = await this.database.query<{ name: string }>(
      `INSERT INTO workflow_queues (name, unpolled_since) SELECT unnest($1::text[]), $2
       ON CONFLICT DO NOTHING RETURNING name`,
      [unpolled, this.clock.now()],
    );
    for (const { name } of news)
      this.logger.warn({ queue: name }, 'No worker polls a queue; its workflows stand still');
    await this.tell([...news, ...polled].map(({ name }) => name));
    return news.length;
  }

  /** One message for each queue of a tenant, however many executions wait there. */
  private async tell(queues: readonly string[]): Promise<void> {
    if (queues.length === 0) return;
    const waiting = await this.database.query<{ tenantId: string; queue: string }>(
      `SELECT DISTINCT tenant_id AS "tenantId", task_queue AS queue FROM workflow_executions
       WHERE closed_at IS NULL AND task_queue = ANY($1::text[])`,
      [queues],
    );
    for (const { tenantId, queue } of waiting)
      this.live.publish({ tenantId, topic: 'workflow', id: queue, revision: 0, kind: 'queue' });
  }

  /** By an index, from one name to the next, however many executions each has. */
  private async openQueues(): Promise<string[]> {
    const rows = await this.database.query<{ name: string }>(
      `WITH RECURSIVE queues AS (
         (SELECT task_queue AS name FROM workflow_executions WHERE closed_at IS NULL ORDER BY task_queue LIMIT 1)
         UNION ALL
         SELECT (SELECT e.task_queue FROM workflow_executions e
                 WHERE e.closed_at IS NULL AND e.task_queue > q.name ORDER BY e.task_queue LIMIT 1)
         FROM queues q WHERE q.name IS NOT NULL)
       SELECT name FROM queues WHERE name IS NOT NULL LIMIT ${MOST_QUEUES}`,
    );
    return rows.map(({ name }) => name);
  }

  /** Whether a worker has asked for work of this queue within the last minutes. */
  async isPolled(name: string): Promise<boolean> {
    const { client } = this.temporal;
    const { namespace } = client.options;
    const { pollers } = await client.withDeadline(Date.now() + DEADLINE_MS, () =>
      client.workflowService.describeTaskQueue({
        namespace,
        taskQueue: { name },
        taskQueueType: TASK_QUEUE_TYPE_WORKFLOW,
      }),
    );
    const since = this.clock.now().getTime() / 1_000 - POLLED_WITHIN_MS / 1_000;
    return (pollers ?? []).some(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) >= since);
  }
}
