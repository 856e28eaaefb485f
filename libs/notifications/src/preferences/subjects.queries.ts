import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';

/** What an exception can be about, the one that counts first where several fit. */
export const SUBJECT_KINDS = ['agent', 'task_type', 'workflow', 'group'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** What something that people are told belongs to: the agent that asked, the types of task and workflow, the group. */
export type Subjects = Readonly<Partial<Record<SubjectKind, string>>>;

/** What a notification is about, as its row has it. */
export interface AboutKey {
  tenantId: string;
  taskId: string | null;
  workflowKey: string | null;
}

/** What tasks and workflows belong to, of many at once. */
export class SubjectsOfMany {
  constructor(private readonly byKey: ReadonlyMap<string, Subjects>) {}

  of(about: AboutKey): Subjects {
    return this.byKey.get(keyOf(about)) ?? {};
  }
}

/** @param em of the role `system` */
export async function readSubjects(em: EntityManager, about: readonly AboutKey[]): Promise<SubjectsOfMany> {
  const once = [...new Map(about.map((one) => [keyOf(one), one])).values()];
  const rows = await queryRows<AboutKey & Record<SubjectKind, string | null>>(em, READ, [
    JSON.stringify(
      once.map(({ tenantId, taskId, workflowKey }) => ({
        tenant_id: tenantId,
        task_id: taskId,
        workflow_key: workflowKey,
      })),
    ),
  ]);
  return new SubjectsOfMany(
    new Map(
      rows.map((row) => {
        const known = SUBJECT_KINDS.flatMap((kind) => (row[kind] === null ? [] : [[kind, row[kind]]]));
        return [keyOf(row), Object.fromEntries(known) as Subjects];
      }),
    ),
  );
}

function keyOf({ tenantId, taskId, workflowKey }: AboutKey): string {
  return taskId === null ? `${tenantId}/workflow/${workflowKey ?? ''}` : `${tenantId}/task/${taskId}`;
}

/** A task that a workflow created was asked for by whoever started that. */
const READ = `
  SELECT k.tenant_id AS "tenantId", k.task_id AS "taskId", k.workflow_key AS "workflowKey", t.group_id::text AS group,
    t.type AS task_type, x.type AS workflow,
    CASE WHEN t.created_by_kind = 'service' THEN t.created_by_id
                             WHEN x.started_by_kind = 'service' THEN x.started_by_id END AS agent
  FROM json_to_recordset($1::json) AS k (tenant_id uuid, task_id uuid, workflow_key text)
  LEFT JOIN tasks t ON t.tenant_id = k.tenant_id AND t.id = k.task_id
  LEFT JOIN workflow_executions x ON x.tenant_id = k.tenant_id
    AND x.key = CASE WHEN k.task_id IS NULL THEN k.workflow_key ELSE substr(t.workflow_id, 38) END`;
