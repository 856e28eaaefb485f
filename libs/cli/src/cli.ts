import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from './environment/cli.errors';
import type { Environment } from './environment/environment';
import { develop, isDeveloperCommand } from './developer-commands';
import { isOperatorCommand, operate } from './operator/operate';
import { isTableCommand, runTableCommand } from './table-commands';
import { USAGE } from './usage';

const OPTIONS = {
  'print-config': { type: 'boolean' },
  'with-key': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/**
 * Runs the command that the arguments name.
 * @throws UsageError when they are not understood
 * @throws StartRefusedError when the command cannot begin
 */
export async function run(args: readonly string[], env: Environment): Promise<void> {
  if (isOperatorCommand(args[0])) return operate(args, env);
  if (isTableCommand(args[0])) return runTableCommand(args, env);
  if (isDeveloperCommand(args[0]) && (!asksForHelp(args) || args[0] === 'workflow'))
    return develop(args, env);
  if (asksForHelp(args)) return print(USAGE);
  const { values, positionals } = parse(args);
  if (values.version) return print(version());
  const [command, ...rest] = positionals;
  if (command === undefined) throw new UsageError('No command is given.');
  if (command !== 'mcp') throw new UsageError(`There is no command "${command}".`);
  if (values['print-config']) return printConfig(rest, env, values['with-key'] ?? false);
  if (rest.length > 0) throw new UsageError(`"${rest.join(' ')}" is not understood.`);
  if (values['with-key']) throw new UsageError('--with-key goes with --print-config.');
  const { mcp } = await import('./mcp/mcp-command.js');
  await mcp(env);
}

function asksForHelp(args: readonly string[]): boolean {
  return args.includes('--help') || args.includes('-h');
}

async function printConfig([client = 'all', ...rest]: string[], env: Environment, withKey: boolean) {
  if (rest.length > 0) throw new UsageError(`"${rest.join(' ')}" is not understood.`);
  const { snippets } = await import('./snippets/snippets.js');
  print(snippets(client, env, withKey));
}

function parse(args: readonly string[]) {
  // The client may follow as a word of its own or after an equals sign.
  const words = args.flatMap((arg) => (arg.startsWith('--print-config=') ? arg.split(/=(.*)/, 2) : [arg]));
  try {
    return parseArgs({ args: words, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function version(): string {
  const file = readFileSync(join(__dirname, '..', 'package.json'), 'utf8');
  return (JSON.parse(file) as { version: string }).version;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
