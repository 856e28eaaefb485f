import { inWords, type JsonObject } from '../command-line/exact-json';
import { inLines } from '../command-line/foreign-text';
import { localTime } from '../command-line/moment';
import { block, facts } from '../graphql/blocks';
import { listOf, objectOf } from '../graphql/request';

export const TASK_HEADINGS = ['ID', 'STATUS', 'PRIORITY', 'DUE', 'WHO', 'TITLE'];

/** A task on one line of a table. */
export function taskRow(task: JsonObject): string[] {
  return [
    ...[task['id'], task['status'], task['priority']].map(inWords),
    localTime(task['dueAt']),
    whoHas(task),
    inWords(task['title']),
  ];
}

/** Who holds the task, or else whose queue it is in. */
export function whoHas(task: JsonObject): string {
  const { email } = objectOf(task['assignee']);
  const { key } = objectOf(task['group']);
  return inWords(email ?? (key === undefined ? undefined : `(${inWords(key)})`));
}

/** All of a task, for people. */
export function taskLines(task: JsonObject, heading: (text: string) => string): string[] {
  const decision = objectOf(task['decision']);
  return [
    ...inLines(inWords(task['title'])).map(heading),
    ...facts([
      ['id', task['id']],
      ['status', statusOf(task)],
      ['held by', whoHas(task)],
      ['candidates', candidatesOf(task)],
      ['priority', task['priority']],
      ['due', localTime(task['dueAt'])],
      [
        'created',
        `${localTime(task['createdAt'])} by ${inWords(objectOf(task['createdBy'])['displayName'])}`,
      ],
      ['workflow', workflowOf(task)],
      ['decided by', task['decidableBy'] === 'ANYONE' ? 'people, and programs that may' : 'people alone'],
      ['revision', task['revision']],
      ['you may', actionsOf(task)],
    ]),
    ...block('Description', task['description'], heading),
    ...block('Context', task['context'], heading),
    ...approvalLines(objectOf(task['approval']), heading),
    ...block('Tools', objectOf(task['toolApproval'])['calls'], heading),
    ...block('Form (JSON Schema)', objectOf(task['form'])['schema'], heading),
    ...block('Files', listOf(task['attachments']).length > 0 ? task['attachments'] : null, heading),
    ...(Object.keys(decision).length > 0 ? decisionLines(decision, heading) : []),
  ];
}

function actionsOf(task: JsonObject): string {
  const { allowedActions: actions } = task;
  return Array.isArray(actions) && actions.length > 0 ? actions.join(', ').toLowerCase() : 'look on';
}

function statusOf(task: JsonObject): string {
  const { outcome, outcomeReason: reason } = task;
  const end = typeof outcome === 'string' && outcome !== task['status'] ? ` (${outcome})` : '';
  return `${inWords(task['status'])}${end}${typeof reason === 'string' ? `: ${reason}` : ''}`;
}

function candidatesOf(task: JsonObject): string {
  const { users, groups } = objectOf(task['candidates']);
  const names = [
    ...listOf(users).map(({ email }) => email),
    ...listOf(groups).map(({ key }) => `(${inWords(key)})`),
  ];
  return names.map(inWords).join(', ') || '-';
}

function workflowOf(task: JsonObject): string {
  const { id, type } = objectOf(task['workflow']);
  return id === undefined ? '-' : `${inWords(id)} (${inWords(type)})`;
}

function approvalLines(approval: JsonObject, heading: (text: string) => string): string[] {
  if (approval['payloadDigest'] === undefined) return [];
  return [
    ...block('To be approved', approval['payload'], heading),
    `  digest ${inWords(approval['payloadDigest'])}`,
    ...listOf(approval['progress']).map(
      ({ approvals, needed, rejections }) =>
        `  ${inWords(approvals)} of ${inWords(needed)} have approved, ${inWords(rejections)} rejected`,
    ),
  ];
}

function decisionLines(decision: JsonObject, heading: (text: string) => string): string[] {
  const { displayName } = objectOf(decision['decidedBy']);
  const when = `${localTime(decision['decidedAt'])} by ${inWords(displayName)}`;
  return [...block('Decision', decision['data'] ?? {}, heading), `  ${inLines(when).join(' ')}`];
}
