import { parseArgs } from 'node:util';
import { StartRefusedError, UsageError } from './environment/cli.errors';
import type { Environment } from './environment/environment';

const COMMANDS = ['init', 'dev', 'build', 'worker', 'start', 'generate', 'workflow', 'deploy', 'replay'];

const OPTIONS = {
  dir: { type: 'string' },
  json: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  'no-promote': { type: 'boolean' },
  unversioned: { type: 'boolean' },
} as const;

export function isDeveloperCommand(word: string | undefined): boolean {
  return word !== undefined && COMMANDS.includes(word);
}

/**
 * Runs a command of those who write workflows. Each is loaded only now, with what it needs.
 * @throws UsageError, StartRefusedError
 */
export async function develop([command, ...args]: readonly string[], env: Environment): Promise<void> {
  if (command === 'init') return init(args);
  if (command === 'deploy') return (await import('./deploy/deploy-command.js')).deploy(args, env, print);
  if (command === 'replay') return (await import('./replay/replay-command.js')).replay(args, env, print);
  if (command === 'workflow') return workflow(args, env);
  const { values, positionals } = read(args);
  if (command === 'generate') return generateFiles(positionals, values);
  if (values['dry-run']) throw new UsageError(`--dry-run does not go with ${command}.`);
  const [word, ...rest] = positionals;
  if (command !== 'start' && (rest.length > 0 || (word !== undefined && values.dir !== undefined)))
    throw new UsageError(`"${positionals.join(' ')}" is not understood.`);
  const folder = values.dir ?? (command === 'start' ? '.' : (word ?? '.'));
  if (command === 'dev') process.exitCode = await (await import('./dev/dev-command.js')).dev(folder, env);
  if (command === 'worker')
    await (
      await import('./project/worker-command.js')
    ).runWorker(folder, env, say, {
      promote: values['no-promote'] !== true,
      unversioned: values.unversioned === true,
    });
  if (command === 'build') await build(folder, values.json ?? false);
  if (command === 'start')
    process.exitCode = await (
      await import('./servers/start-command.js')
    ).startServers(positionals, folder, env);
}

async function init(args: readonly string[]): Promise<void> {
  const { initCommand, InitError } = await import('create-orkestra');
  try {
    print(await initCommand(args));
  } catch (error) {
    throw error instanceof InitError ? refusal(error) : error;
  }
}

async function workflow(args: readonly string[], env: Environment): Promise<void> {
  const { authorWorkflow } = await import('./authoring/workflow-command.js');
  process.exitCode = await authorWorkflow(args, env);
}

async function build(folder: string, asJson: boolean): Promise<void> {
  const answer = await (await import('./project/build-command.js')).build(folder);
  const { name, buildId, workflows, bundle, bytes } = answer;
  if (asJson) return print(JSON.stringify(answer, undefined, 2));
  print(`${name} is built (build ${buildId}): ${workflows.join(', ')}`);
  print(`${bundle}  ${Math.ceil(bytes / 1024)} KiB`);
}

async function generateFiles(
  words: readonly string[],
  { dir = '.', json, 'dry-run': dryRun = false }: ReturnType<typeof read>['values'],
): Promise<void> {
  const answer = (await import('./generate/generate-command.js')).generate(words, { folder: dir, dryRun });
  if (json) return print(JSON.stringify(answer, undefined, 2));
  for (const { path, action } of answer.files) print(`${dryRun ? 'would ' : ''}${action} ${path}`);
  print(answer.next);
}

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function refusal({ message }: Error): StartRefusedError {
  return new StartRefusedError(message, 2);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
