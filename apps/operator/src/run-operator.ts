import 'reflect-metadata';
import { AUDIT_COMMANDS } from './audit/audit-commands';
import { confirmAtTerminal } from './command-line/confirmation';
import type { Command } from './command-line/command';
import type { Environment } from './command-line/environment';
import { EXIT } from './command-line/exit-code';
import { failureOf } from './command-line/failure';
import { type Streams, writeAnswer, writeFailure } from './command-line/output';
import { parse } from './command-line/parse';
import { usageOf } from './command-line/usage.words';
import { DATABASE_COMMANDS } from './database/database-commands';
import { RESET_COMMAND } from './database/reset-command';
import { SEED_COMMAND } from './database/seed-command';
import { DEAD_LETTER_COMMANDS } from './dead-letters/dead-letter-commands';
import { KEY_COMMANDS } from './keys/key-commands';
import { EXPORT_COMMAND } from './tenants/export-command';
import { DOMAIN_COMMAND } from './tenants/domain-command';
import { LIFE_CYCLE_COMMANDS } from './tenants/life-cycle-commands';
import { LIMITS_COMMAND } from './tenants/limits-command';
import { TENANT_COMMANDS } from './tenants/tenant-commands';

export const COMMANDS: readonly Command[] = [
  ...DATABASE_COMMANDS,
  SEED_COMMAND,
  RESET_COMMAND,
  ...TENANT_COMMANDS,
  LIMITS_COMMAND,
  DOMAIN_COMMAND,
  ...LIFE_CYCLE_COMMANDS,
  EXPORT_COMMAND,
  ...KEY_COMMANDS,
  ...DEAD_LETTER_COMMANDS,
  ...AUDIT_COMMANDS,
];

/** Runs the command that the arguments name. @returns the exit code */
export async function runOperator(
  args: readonly string[],
  env: Environment,
  streams: Streams,
): Promise<number> {
  const [group = ''] = args;
  const known = COMMANDS.filter(({ name }) => name.startsWith(`${group} `));
  const usage = usageOf(known);
  const asJson = args.includes('--json');
  try {
    if (args[1] === '--help' || args[1] === '-h') return printed(streams, usage);
    const { command, words, options } = parse(known, args);
    if (options['help']) return printed(streams, usageOf([command]));
    const answer = await command.run({ words, options, env, confirm: confirmAtTerminal });
    writeAnswer(streams, answer, asJson);
    return answer.exitCode ?? EXIT.ok;
  } catch (error) {
    const failure = failureOf(error, env);
    writeFailure(streams, failure, asJson, usage);
    return failure.exitCode;
  }
}

function printed(streams: Streams, text: string): number {
  streams.out(`${text}\n`);
  return EXIT.ok;
}

export { examineDatabase } from './database/examination';
export { connectionFrom } from '@orkestra/sdk/connection';
