import type { CommandSpec } from '../command-line/command-row';
import { DOCTOR_TABLE } from '../doctor/doctor-table';
import { TASK_TABLE } from '../tasks/tasks-table';
import { WORKFLOW_TABLE } from '../workflows/workflows-table';
import { COMPLETION_TABLE } from './completion-table';
import { DEVELOPER_TABLE } from './developer-table';
import { OPERATOR_TABLE } from './operator-table';

/** Every command of `orkestra`. Completion is made from it; the help and the reference are compared with it. */
export const COMMAND_TABLE: readonly CommandSpec[] = [
  ...DEVELOPER_TABLE,
  ...TASK_TABLE,
  ...WORKFLOW_TABLE,
  ...DOCTOR_TABLE,
  ...COMPLETION_TABLE,
  ...OPERATOR_TABLE,
];

/** What the first of two words is about. */
const GROUPS: Readonly<Record<string, string>> = {
  tasks: 'Look at tasks and answer them.',
  workflows: 'Look at executions, start, signal and cancel them.',
  deploy: 'Builds of a worker.',
  db: 'The tables.',
  tenant: 'Workspaces.',
  keys: 'API keys.',
  'dead-letters': 'What could not be delivered.',
  audit: 'The audit log.',
};

/** A first word, and the second words that go with it; none where the first is the whole command. */
export interface FirstWord {
  readonly word: string;
  readonly summary: string;
  readonly seconds: readonly { readonly word: string; readonly summary: string }[];
}

export function firstWords(table: readonly CommandSpec[]): FirstWord[] {
  const words = [...new Set(table.map(({ name }) => name.split(' ')[0] ?? ''))];
  return words.map((word) => {
    const group = table.filter(({ name }) => name.startsWith(`${word} `));
    const alone = table.find(({ name }) => name === word);
    return {
      word,
      summary: alone?.summary ?? GROUPS[word] ?? '',
      seconds: group.map(({ name, summary }) => ({ word: name.slice(word.length + 1), summary })),
    };
  });
}
