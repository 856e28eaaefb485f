import { ONCE, PAGES, REMOTE, VALUES } from '../command-line/common-options';
import type { CommandSpec } from '../command-line/command-row';

export const EXECUTION_STATUSES = [
  ...['starting', 'running', 'completed', 'failed', 'cancelled'],
  ...['terminated', 'timed-out', 'lost'],
];

export const WORKFLOW_TABLE: readonly CommandSpec[] = [
  {
    name: 'workflows list',
    summary: 'Lists executions, the latest start first.',
    options: {
      status: { value: 'STATUS', help: 'in one of these', multiple: true, choices: EXECUTION_STATUSES },
      type: { value: 'TYPE', help: 'of this workflow' },
      ...PAGES,
      ...REMOTE,
    },
  },
  {
    name: 'workflows types',
    summary: 'Lists the workflows that can be started.',
    options: { ...REMOTE },
  },
  {
    name: 'workflows show',
    words: 'ID',
    count: [1, 1],
    summary: 'Tells all of an execution: its input, result or error, its tasks, and what is in its way.',
    options: { ...REMOTE },
  },
  {
    name: 'workflows start',
    words: 'TYPE',
    count: [1, 1],
    summary: 'Starts a workflow and prints the id of the execution.',
    options: {
      ...VALUES,
      key: { value: 'KEY', help: 'names the execution: started twice with one key it is one execution' },
      'on-behalf-of': { value: 'EMAIL', help: 'the person for whom it is started; an id too' },
      ...REMOTE,
    },
  },
  {
    name: 'workflows signal',
    words: 'ID SIGNAL',
    count: [2, 2],
    summary: 'Signals an execution; what the signal carries comes from --input and --set.',
    options: { ...VALUES, ...ONCE, ...REMOTE },
  },
  {
    name: 'workflows cancel',
    words: 'ID',
    count: [1, 1],
    summary: 'Asks an execution to end.',
    options: { reason: { value: 'TEXT', help: 'why, for the history' }, ...REMOTE },
  },
];
