import type { CommandSpec } from '../command-line/command-row';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;

export const COMPLETION_TABLE: readonly CommandSpec[] = [
  {
    name: 'completion',
    words: 'bash|zsh|fish',
    count: [1, 1],
    choices: SHELLS,
    summary: 'Prints a script by which the shell completes commands and options.',
  },
];
