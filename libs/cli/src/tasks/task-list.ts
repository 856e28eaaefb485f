import type { JsonObject } from '../command-line/exact-json';
import { enumsOf, momentOf, numberOf, textOf } from '../command-line/option-values';
import type { OptionValues } from '../command-line/read-command';
import { listRows } from '../graphql/list-rows';
import type { RemoteCall } from '../graphql/run-remote';
import { LIST_TASKS } from './task-documents';
import { TASK_HEADINGS, taskRow } from './task-words';
import { TASK_ORDERS, TASK_STATUSES } from './tasks-table';

export async function listTasks(call: RemoteCall): Promise<void> {
  const { options } = call;
  const [orderBy] = enumsOf(options, 'order', TASK_ORDERS);
  await listRows(call, {
    query: LIST_TASKS,
    field: 'tasks',
    variables: { filter: filterOf(options), orderBy },
    headings: TASK_HEADINGS,
    columns: taskRow,
  });
}

function filterOf(options: OptionValues): JsonObject {
  const status = enumsOf(options, 'status', TASK_STATUSES);
  const least = numberOf(options, 'min-priority', [0, 100]);
  const dueBefore = momentOf(options, 'due-before');
  const createdAfter = momentOf(options, 'created-after');
  const yes = (name: string) => (options[name] === true ? true : undefined);
  return {
    ...(status.length > 0 && { status }),
    assignedToMe: yes('mine'),
    candidate: yes('candidate'),
    unassigned: yes('unassigned'),
    assignee: textOf(options, 'assignee'),
    group: textOf(options, 'group'),
    type: textOf(options, 'type'),
    workflowId: textOf(options, 'workflow'),
    text: textOf(options, 'text'),
    priority: least === undefined ? undefined : { min: least },
    due: dueBefore === undefined ? undefined : { until: dueBefore },
    created: createdAfter === undefined ? undefined : { from: createdAfter },
  };
}
