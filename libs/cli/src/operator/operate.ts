import { join } from 'node:path';
import type { Environment } from '../environment/environment';

/** Of apps/operator, which the build puts into this package as one file. */
interface OperatorProgram {
  runOperator(
    args: readonly string[],
    env: Environment,
    streams: { out(text: string): void; err(text: string): void },
  ): Promise<number>;
}

const GROUPS = ['db', 'tenant', 'keys', 'dead-letters', 'audit'];

export function isOperatorCommand(word: string | undefined): boolean {
  return word !== undefined && GROUPS.includes(word);
}

/** Loaded only now: what connects an agent starts without the database and all that goes with it. */
export async function operate(args: readonly string[], env: Environment): Promise<void> {
  const program = (await import(join(__dirname, '..', 'operator.js'))) as OperatorProgram;
  process.exitCode = await program.runOperator(args, env, {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  });
}
