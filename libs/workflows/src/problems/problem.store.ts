import { Injectable } from '@nestjs/common';
import { Clock, LiveBus, SystemDatabase } from '@orkestra/core';
import type { WorkflowKey } from '@orkestra/tasks';
import { workflowKey } from '../workflow/workflow-id';
import type { RecordedProblem } from '../workflow/problem.words';

/** A problem of one execution, with the cause that Temporal names or the run that has it. */
export interface ReportedProblem extends WorkflowKey {
  detail: string | null;
}

interface Changed {
  tenantId: string;
  key: string;
  revision: number;
}

const MOST_AT_ONCE = 200;

/** Writes down what is wrong with executions, and tells who looks at them. */
@Injectable()
export class WorkflowProblems {
  constructor(
    private readonly database: SystemDatabase,
    private readonly live: LiveBus,
    private readonly clock: Clock,
  ) {}

  /** Answers how many it was news for. What has no row of its own, such as a child, is left out. */
  async report(problem: RecordedProblem, found: readonly ReportedProblem[]): Promise<number> {
    if (found.length === 0) return 0;
    const changed = await this.database.query<Changed>(
      `UPDATE workflow_executions e
       SET problem = $4, problem_detail = f.detail, problem_since = $5, revision = e.revision + 1
       FROM unnest($1::uuid[], $2::text[], $3::text[]) AS f (tenant_id, key, detail)
       WHERE e.tenant_id = f.tenant_id AND e.key = f.key AND e.closed_at IS NULL
         AND (e.problem, e.problem_detail) IS DISTINCT FROM ($4::text, f.detail)
       RETURNING e.tenant_id AS "tenantId", e.key, e.revision`,
      [...columnsOf(found), found.map(({ detail }) => detail), problem, this.clock.now()],
    );
    return this.tell(changed, problem);
  }

  /** Takes this problem away from all but these. */
  async solveAllBut(problem: RecordedProblem, still: readonly WorkflowKey[]): Promise<number> {
    const changed = await this.database.query<Changed>(
      `UPDATE workflow_executions e
       SET problem = NULL, problem_detail = NULL, problem_since = NULL, revision = e.revision + 1
       WHERE e.problem = $3 AND e.closed_at IS NULL AND NOT EXISTS (
         SELECT FROM unnest($1::uuid[], $2::text[]) AS f (tenant_id, key)
         WHERE f.tenant_id = e.tenant_id AND f.key = e.key)
       RETURNING e.tenant_id AS "tenantId", e.key, e.revision`,
      [...columnsOf(still), problem],
    );
    return this.tell(changed, 'solved');
  }

  /** Open executions with a problem that only the run of `detail` has. */
  async ofRuns(problem: RecordedProblem): Promise<ReportedProblem[]> {
    return this.database.query<ReportedProblem>(
      `SELECT tenant_id AS "tenantId", tenant_id || '/' || key AS "workflowId", problem_detail AS detail
       FROM workflow_executions WHERE problem = $1 AND closed_at IS NULL LIMIT ${MOST_AT_ONCE}`,
      [problem],
    );
  }

  /** For the metrics: executions by their problem, and queues that nobody polls. */
  async count(): Promise<Record<RecordedProblem | 'queues', number>> {
    const [row] = await this.database.query<Record<RecordedProblem | 'queues', number>>(
      `SELECT count(*) FILTER (WHERE problem = 'code_failing')::int AS code_failing,
              count(*) FILTER (WHERE problem = 'long_history')::int AS long_history,
              count(*) FILTER (WHERE problem = 'signals_exhausted')::int AS signals_exhausted,
              (SELECT count(*)::int FROM workflow_queues) AS queues
       FROM workflow_executions WHERE problem IS NOT NULL AND closed_at IS NULL`,
    );
    return row ?? { code_failing: 0, long_history: 0, signals_exhausted: 0, queues: 0 };
  }

  private tell(changed: readonly Changed[], kind: string): number {
    for (const { tenantId, key, revision } of changed)
      this.live.publish({ tenantId, topic: 'workflow', id: key, revision, kind });
    return changed.length;
  }
}

function columnsOf(workflows: readonly WorkflowKey[]): [string[], string[]] {
  return [
    workflows.map(({ tenantId }) => tenantId),
    workflows.map(({ tenantId, workflowId }) => workflowKey(tenantId, workflowId)),
  ];
}
