import type { Environment } from '../environment/environment';
import { operatorProgram } from './operator-program';

const GROUPS = ['db', 'tenant', 'keys', 'dead-letters', 'audit'];

export function isOperatorCommand(word: string | undefined): boolean {
  return word !== undefined && GROUPS.includes(word);
}

export async function operate(args: readonly string[], env: Environment): Promise<void> {
  const program = await operatorProgram();
  process.exitCode = await program.runOperator(args, env, {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  });
}
