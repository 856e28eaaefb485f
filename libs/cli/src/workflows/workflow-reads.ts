import { inWords, type JsonObject, writeExactly } from '../command-line/exact-json';
import { onOneLine } from '../command-line/foreign-text';
import { localTime } from '../command-line/moment';
import { enumsOf, textOf } from '../command-line/option-values';
import { listRows } from '../graphql/list-rows';
import { listOf, objectOf } from '../graphql/request';
import type { RemoteCall } from '../graphql/run-remote';
import { block, facts } from '../graphql/blocks';
import { LIST_EXECUTIONS, LIST_TYPES, SHOW_EXECUTION } from './workflow-documents';
import { EXECUTION_STATUSES } from './workflows-table';

export async function listExecutions(call: RemoteCall): Promise<void> {
  const status = enumsOf(call.options, 'status', EXECUTION_STATUSES);
  const filter = { ...(status.length > 0 && { status }), type: textOf(call.options, 'type') };
  await listRows(call, {
    query: LIST_EXECUTIONS,
    field: 'workflowExecutions',
    variables: { filter },
    headings: ['ID', 'STATUS', 'TYPE', 'STARTED', 'ENDED', 'BY'],
    columns: (row) => [
      ...[row['id'], row['status'], row['type']].map(inWords),
      ...[row['startedAt'], row['closedAt']].map(localTime),
      inWords(objectOf(row['startedBy'])['displayName']),
    ],
  });
}

export async function listTypes({ client, console, asJson }: RemoteCall): Promise<void> {
  const types = listOf((await client.read(LIST_TYPES))['workflowDefinitions']);
  if (types.length === 0 && !asJson) return console.tell('There are none: no worker has published any yet.');
  const rows = types.map(({ name, version, description }) => [name, version, description].map(inWords));
  await console.print(
    asJson ? types.map((one) => writeExactly(one)) : console.table(['TYPE', 'VERSION', 'WHAT IT DOES'], rows),
  );
}

export async function showExecution({ client, console, words, asJson }: RemoteCall): Promise<void> {
  const execution = objectOf((await client.read(SHOW_EXECUTION, { id: words[0] }))['workflow']);
  await console.print(
    asJson ? [writeExactly(execution, 2)] : executionLines(execution, (text) => console.heading(text)),
  );
}

function executionLines(execution: JsonObject, heading: (text: string) => string): string[] {
  const error = objectOf(execution['error']);
  const problem = objectOf(execution['problem']);
  const tasks = listOf(execution['tasks']).map((task) =>
    [task['id'], task['status'], task['title']].map(inWords).map(onOneLine).join('  '),
  );
  return [
    heading(onOneLine(inWords(execution['id']))),
    ...facts([
      ['type', execution['type']],
      ['status', execution['status']],
      ['version', execution['version']],
      [
        'started',
        `${localTime(execution['startedAt'])} by ${inWords(objectOf(execution['startedBy'])['displayName'])}`,
      ],
      ['for', objectOf(execution['onBehalfOf'])['email']],
      ['ended', localTime(execution['closedAt'])],
      ['error', error['message']],
      ['in the way', problem['message']],
    ]),
    ...block('Input', execution['input'], heading),
    ...block('Result', execution['result'], heading),
    ...block('Tasks', tasks.length === 0 ? null : tasks.join('\n'), heading),
  ];
}
