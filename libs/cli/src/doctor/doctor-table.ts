import { JSON_OPTION } from '../command-line/common-options';
import type { CommandSpec } from '../command-line/command-row';

export const DOCTOR_TABLE: readonly CommandSpec[] = [
  {
    name: 'doctor',
    words: '[dir]',
    count: [0, 1],
    path: 'folder',
    summary: 'Looks whether all that Orkestra needs is there, and says how to repair what is not.',
    options: { ...JSON_OPTION },
  },
];
