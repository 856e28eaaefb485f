import { initCommand } from './init-command';
import { InitError } from './init.errors';
import { TEMPLATES } from './templates';

const USAGE = `Usage: npm create orkestra [folder] -- [--template ${Object.keys(TEMPLATES).join('|')}] [--yes]`;

async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help') || args.includes('-h')) return void process.stdout.write(`${USAGE}\n`);
  process.stdout.write(`${await initCommand(args)}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`create-orkestra: ${message}\n`);
  process.exitCode = error instanceof InitError ? 2 : 1;
});
