import type { Command } from './command';

export function usageOf(commands: readonly Command[]): string {
  const lines = commands.flatMap(({ name, usage, summary }) => [
    `  orkestra ${name} ${usage}`.trimEnd(),
    `      ${summary}`,
  ]);
  return [
    'Commands for whoever operates an installation:',
    '',
    ...lines,
    '',
    'Everywhere: --json for programs, --help, and --yes where a command asks first.',
    '',
    '  MIGRATION_DATABASE_URL   Postgres as the role orkestra_owner; only db commands use it',
    '  DATABASE_URL             Postgres as the role orkestra_app',
    '  SYSTEM_DATABASE_URL      Postgres as the role orkestra_system',
    '  PUBLIC_URL               where people open the admin app; links begin with it',
    '  ORKESTRA_OPERATOR        your name in the audit log; user@host without it',
    '',
    'It ends with 0 when it is done, 1 when it failed, 2 when the arguments or settings are wrong,',
    '3 when what you named is not there, 4 when it was refused.',
  ].join('\n');
}
