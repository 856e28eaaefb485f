import { Client as TemporalClient, Connection } from '@temporalio/client';
import { Client as PostgresClient } from 'pg';
import type { Stack } from './stack';

export interface IdleWorkflow {
  workflowId: string;
  runId: string;
}

const CLIENTS = 32;

/** Workflows of the demo tenant that no worker picks up, and open tasks that seem to be theirs. */
export class IdleWorkflows {
  private constructor(
    readonly temporal: TemporalClient,
    private readonly postgres: PostgresClient,
    private readonly tenantId: string,
  ) {}

  static async connect({ temporalAddress, databaseUrl, systemDatabaseUrl }: Stack): Promise<IdleWorkflows> {
    const temporal = new TemporalClient({
      connection: await Connection.connect({ address: temporalAddress }),
    });
    const system = new PostgresClient({ connectionString: systemDatabaseUrl });
    await system.connect();
    const { rows } = await system.query<{ id: string }>(`SELECT id FROM tenants WHERE slug = 'demo'`);
    await system.end();
    const tenantId = rows[0]?.id ?? '';
    const postgres = new PostgresClient({ connectionString: databaseUrl });
    await postgres.connect();
    await postgres.query(`SELECT set_config('app.tenant', $1, false)`, [tenantId]);
    return new IdleWorkflows(temporal, postgres, tenantId);
  }

  async start(name: string, count: number): Promise<IdleWorkflow[]> {
    const { tenantId } = this;
    const memo = { orkestra: { tenantId, correlationId: 'bench', starter: { kind: 'system', id: 'bench' } } };
    return this.each(count, async (n) => {
      const workflowId = `${tenantId}/${name}-${n}`;
      const { firstExecutionRunId } = await this.temporal.workflow.start('idle', {
        workflowId,
        taskQueue: 'nobody',
        memo,
        typedSearchAttributes: [{ key: { name: 'OrkestraTenant', type: 'KEYWORD' }, value: tenantId }],
      });
      return { workflowId, runId: firstExecutionRunId };
    });
  }

  async terminate(workflows: readonly IdleWorkflow[]): Promise<void> {
    await this.each(workflows.length, (n) =>
      this.temporal.workflow.getHandle(workflows[n]?.workflowId ?? '').terminate(),
    );
  }

  /** Open tasks, an hour old: the first of each workflow, then the second of each, and so on. */
  async addTasks(workflows: readonly IdleWorkflow[], each: number): Promise<void> {
    await this.postgres.query(
      `INSERT INTO tasks (tenant_id, id, request_key, spec_digest, workflow_id, run_id, title, status, expires_at,
         created_by_kind, created_by_id, created_at, updated_at)
       SELECT $1, uuidv7(), gen_random_uuid()::text, '', w.workflow_id, w.run_id, 'Bench', 'READY',
         now() + interval '30 d', 'system', 'bench', now() - interval '1 hour' + (k * $4 + w.n) * interval '1 ms', now()
       FROM generate_series(1, $5::int) k,
         unnest($2::text[], $3::text[]) WITH ORDINALITY AS w (workflow_id, run_id, n)`,
      [
        this.tenantId,
        workflows.map(({ workflowId }) => workflowId),
        workflows.map(({ runId }) => runId),
        workflows.length,
        each,
      ],
    );
  }

  async openTasks(): Promise<number> {
    const sql = 'SELECT count(*)::int AS count FROM tasks WHERE closed_at IS NULL';
    return (await this.postgres.query<{ count: number }>(sql)).rows[0]?.count ?? 0;
  }

  async close(): Promise<void> {
    await this.postgres.end();
    await this.temporal.connection.close();
  }

  private async each<T>(count: number, work: (n: number) => Promise<T>): Promise<T[]> {
    const done: T[] = [];
    let next = 0;
    await Promise.all(
      Array.from({ length: CLIENTS }, async () => {
        while (next < count) {
          const n = next++;
          done[n] = await work(n);
        }
      }),
    );
    return done;
  }
}
