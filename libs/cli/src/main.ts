import { run } from './cli';
import { StartRefusedError, UsageError } from './environment/cli.errors';
import { USAGE } from './usage';

/** stdout belongs to the command; what goes wrong is said on stderr. */
function fail(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  const usage = error instanceof UsageError ? `\n\n${USAGE}` : '';
  process.stderr.write(`orkestra: ${message}${usage}\n`);
  process.exitCode = error instanceof StartRefusedError || error instanceof UsageError ? error.exitCode : 1;
}

run(process.argv.slice(2), process.env)
  .catch(fail)
  // What was written is out when the callback comes; sockets that are kept open must not hold the process.
  .finally(() => process.stdout.write('', () => process.exit()));
