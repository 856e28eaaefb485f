import { ONCE, PAGES, REMOTE, VALUES } from '../command-line/common-options';
import type { CommandSpec, OptionSpecs } from '../command-line/command-row';

export const TASK_STATUSES = [
  ...['ready', 'reserved', 'in-progress', 'suspended'],
  ...['completed', 'cancelled', 'expired'],
];
export const TASK_ORDERS = [
  ...['due-asc', 'due-desc', 'priority-asc', 'priority-desc'],
  ...['created-asc', 'created-desc', 'closed-desc'],
];

const SEEN: OptionSpecs = {
  revision: { value: 'N', help: 'only if the task still has this revision' },
  ...ONCE,
  ...REMOTE,
};
const SHOWN: OptionSpecs = {
  digest: { value: 'HEX', help: 'of what you were shown, from `tasks show`; asked at a terminal without it' },
  reason: { value: 'TEXT', help: 'why, for the history' },
};

export const TASK_TABLE: readonly CommandSpec[] = [
  {
    name: 'tasks list',
    summary: 'Lists tasks: all open ones that you may see, unless told otherwise.',
    options: {
      status: { value: 'STATUS', help: 'open ones or closed ones', multiple: true, choices: TASK_STATUSES },
      mine: { help: 'that you hold' },
      candidate: { help: 'that wait for you' },
      unassigned: { help: 'that nobody holds' },
      assignee: { value: 'EMAIL', help: 'that this person holds; an id too' },
      group: { value: 'KEY', help: 'in the queue of this group' },
      type: { value: 'TYPE', help: 'of this type' },
      workflow: { value: 'ID', help: 'that this execution asked for' },
      text: { value: 'WORDS', help: 'with these words' },
      'min-priority': { value: 'N', help: '0 to 100' },
      'due-before': { value: 'TIME', help: 'a moment of ISO 8601' },
      'created-after': { value: 'TIME', help: 'a moment of ISO 8601' },
      order: { value: 'ORDER', help: 'what comes first', choices: TASK_ORDERS },
      ...PAGES,
      ...REMOTE,
    },
  },
  {
    name: 'tasks show',
    words: 'ID',
    count: [1, 1],
    summary: 'Tells all of a task: what is asked, of whom, its form, and what you may do.',
    options: { ...REMOTE },
  },
  {
    name: 'tasks claim',
    words: 'ID',
    count: [1, 1],
    summary: 'Takes a task, so that nobody else answers it. For people.',
    options: { ...SEEN },
  },
  {
    name: 'tasks release',
    words: 'ID',
    count: [1, 1],
    summary: 'Gives a task back to its candidates. For people.',
    options: { ...SEEN },
  },
  {
    name: 'tasks complete',
    words: 'ID',
    count: [1, 1],
    summary: 'Answers a task.',
    options: { claim: { help: 'take it in the same step' }, ...VALUES, ...SEEN },
  },
  {
    name: 'tasks approve',
    words: 'ID',
    count: [1, 1],
    summary: 'Approves what a task asks for.',
    options: { ...SHOWN, ...VALUES, ...SEEN },
  },
  {
    name: 'tasks reject',
    words: 'ID',
    count: [1, 1],
    summary: 'Rejects what a task asks for.',
    options: { ...SHOWN, ...SEEN },
  },
];
