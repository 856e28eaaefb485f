import { parseArgs } from 'node:util';
import { UsageError } from '../environment/cli.errors';
import type { Limits } from './talk/budget';

export const AUTHORING_USAGE = `Usage: orkestra workflow ["what it should do"] [options]

Talks with you about a process, writes a workflow and its test, and tries them before it asks whether to save.

  --dir DIR           the project; this folder unless given
  --continue          go on with the last talk
  --new               forget the earlier talks
  --provider NAME     anthropic (the default), or a provider of the AI SDK: openai, google, …
  --model NAME        the model; ORKESTRA_MODEL unless given
  --yes               let tests run, and write the files, without asking
  --dry-run           show the difference, and write nothing
  --json              events as JSON Lines; answers are lines of the input
  --max-turns N       replies of the model (40)
  --max-tokens N      tokens read and written (1500000)
  --max-minutes N     minutes, without those in which you think (30)
  --test-seconds N    how long one test may take (180)
  -h, --help          print this`;

const OPTIONS = {
  dir: { type: 'string', default: '.' },
  continue: { type: 'boolean', default: false },
  new: { type: 'boolean', default: false },
  provider: { type: 'string', default: 'anthropic' },
  model: { type: 'string' },
  yes: { type: 'boolean', short: 'y', default: false },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  'max-turns': { type: 'string', default: '40' },
  'max-tokens': { type: 'string', default: '1500000' },
  'max-minutes': { type: 'string', default: '30' },
  'test-seconds': { type: 'string', default: '180' },
} as const;

export interface AuthoringOptions {
  readonly request: string | undefined;
  readonly dir: string;
  readonly goesOn: boolean;
  readonly forgets: boolean;
  readonly provider: string;
  readonly model: string | undefined;
  readonly yes: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly limits: Limits;
  readonly testSeconds: number;
}

/** @throws UsageError */
export function authoringOptions(args: readonly string[]): AuthoringOptions {
  const { values, positionals } = parse(args);
  if (values.continue && values.new) throw new UsageError('--continue and --new exclude each other.');
  return {
    request: positionals.join(' ').trim() || undefined,
    dir: values.dir,
    goesOn: values.continue,
    forgets: values.new,
    provider: values.provider,
    model: values.model,
    yes: values.yes,
    dryRun: values['dry-run'],
    json: values.json,
    limits: {
      turns: whole(values, 'max-turns'),
      tokens: whole(values, 'max-tokens'),
      minutes: whole(values, 'max-minutes'),
    },
    testSeconds: whole(values, 'test-seconds'),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

type Name = 'max-turns' | 'max-tokens' | 'max-minutes' | 'test-seconds';

function whole(values: Readonly<Record<Name, string>>, name: Name): number {
  const value = Number(values[name]);
  if (Number.isInteger(value) && value > 0 && value <= 1e9) return value;
  throw new UsageError(`--${name} must be a whole number above 0.`);
}
