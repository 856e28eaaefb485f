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
  { name: 'worker', ...FOLDER, summary: 'Runs the built project in production.', options: DIR },
  {
    name: 'start',
    words: '[api-gateway] [worker] [mcp-gateway]',
    count: [0, 3],
    choices: ['api-gateway', 'worker', 'mcp-gateway'],
    summary: "Runs Orkestra's own servers.",
    options: DIR,
  },
];
