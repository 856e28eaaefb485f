import type { CommandSpec, OptionSpecs } from '../command-line/command-row';

const DIR: OptionSpecs = { dir: { value: 'DIR', help: 'the project, in place of the word', path: 'folder' } };
const FOLDER = { words: '[dir]', count: [0, 1], path: 'folder' } as const;

/** What those who write workflows type. Each parses its own options; `test/cli/command-table.spec.ts` compares. */
export const DEVELOPER_TABLE: readonly CommandSpec[] = [
  {
    name: 'mcp',
    summary: 'Connects an agent: an MCP server on stdin and stdout.',
    options: {
      'print-config': {
        value: 'CLIENT',
        help: 'print what to put into the configuration of a client',
        choices: ['claude-desktop', 'claude-code', 'cursor', 'vscode', 'all'],
      },
      'with-key': { help: 'print the API key too' },
    },
  },
  {
    name: 'init',
    ...FOLDER,
    summary: 'Makes a project.',
    options: {
      template: {
        value: 'NAME',
        help: 'what to begin with',
        choices: ['minimal', 'approval', 'support-bot'],
      },
      yes: { help: 'ask nothing' },
      json: { help: 'for programs' },
    },
  },
  {
    name: 'dev',
    ...FOLDER,
    summary: 'Runs Orkestra and the workflows of the project; what is saved is live.',
    options: DIR,
  },
  {
    name: 'build',
    ...FOLDER,
    summary: 'Checks the types and bundles the workflows.',
    options: { json: { help: 'for programs' }, ...DIR },
  },
  {
    name: 'worker',
    ...FOLDER,
    summary: 'Runs the built project in production.',
    options: {
      'no-promote': { help: 'leave the current build as it is' },
      unversioned: { help: 'without versions' },
      ...DIR,
    },
  },
  {
    name: 'generate',
    words: 'KIND NAME',
    count: [2, 2],
    choices: ['workflow', 'activity', 'form', 'test'],
    summary: 'Writes a workflow, an activity, a form or a test into the project.',
    options: { 'dry-run': { help: 'say what would be written' }, json: { help: 'for programs' }, ...DIR },
  },
  {
    name: 'workflow',
    words: '["…"]',
    count: [0, 1],
    summary: 'Writes a workflow and its test with a model.',
    options: {
      yes: { short: 'y', help: 'ask nothing; write only what has passed' },
      'dry-run': { help: 'show the difference, write nothing' },
      continue: { help: 'go on with the last talk' },
      new: { help: 'begin a talk' },
      provider: { value: 'NAME', help: 'anthropic, or a package of the AI SDK' },
      model: { value: 'NAME', help: 'the model' },
      'max-turns': { value: 'N', help: 'answers of the model' },
      'max-tokens': { value: 'N', help: 'tokens of the talk' },
      'max-minutes': { value: 'N', help: 'minutes of the talk' },
      'test-seconds': { value: 'N', help: 'seconds of a run of the tests' },
      json: { help: 'for programs' },
      ...DIR,
    },
  },
  {
    name: 'deploy status',
    summary: 'Which builds are needed, and by which open executions.',
    options: {
      limit: { value: 'N', help: 'executions that are named' },
      json: { help: 'for programs' },
      ...DIR,
    },
  },
  {
    name: 'deploy promote',
    words: '[build]',
    count: [0, 1],
    summary: 'Makes a build the current one.',
    options: {
      percentage: { value: 'N', help: 'of what is new' },
      unversioned: { help: 'workers without versions' },
      json: { help: 'for programs' },
      ...DIR,
    },
  },
  {
    name: 'deploy move',
    summary: 'Tells pinned executions to go on in the current build.',
    options: {
      limit: { value: 'N', help: 'executions that are told' },
      json: { help: 'for programs' },
      ...DIR,
    },
  },
  {
    name: 'replay',
    ...FOLDER,
    summary: 'Runs what is open, or was recorded, with the build.',
    options: {
      from: { value: 'FILE', help: 'recorded histories', path: 'file' },
      open: { help: 'what is open now, as by default' },
      pinned: { help: 'also what is pinned to another build' },
      limit: { value: 'N', help: 'histories of each workflow' },
      save: { value: 'DIR', help: 'keep the histories there', path: 'folder' },
      json: { help: 'for programs' },
      ...DIR,
    },
  },
  {
    name: 'start',
    words: '[api-gateway] [worker] [mcp-gateway]',
    count: [0, 3],
    choices: ['api-gateway', 'worker', 'mcp-gateway'],
    summary: "Runs Orkestra's own servers.",
    options: DIR,
  },
];
