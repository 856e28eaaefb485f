import type { Answer, Call, Command } from '../command-line/command';
import { EXIT } from '../command-line/exit-code';
import {
  type DatabaseState,
  lookAtDatabase,
  migrationProblems,
  roleProblems,
  TOO_OLD,
} from './database-state';
import { asOwner, migrate } from './migrations';

export const DATABASE_COMMANDS: readonly Command[] = [
  {
    name: 'db migrate',
    usage: '',
    summary: 'Brings the tables up to date, all changes or none. Repeating it changes nothing.',
    words: [0, 0],
    run: runMigrations,
  },
  {
    name: 'db status',
    usage: '',
    summary: 'Ends with 1 unless the tables are up to date and the roles right.',
    words: [0, 0],
    run: status,
  },
];

async function runMigrations({ env }: Call): Promise<Answer> {
  const ran = await asOwner(env, migrate);
  const lines = ran.length === 0 ? ['The tables are up to date.'] : ran.map((name) => `Ran ${name}.`);
  return { json: { ran }, lines };
}

async function status({ env }: Call): Promise<Answer> {
  const found = await asOwner(env, (owner) => lookAtDatabase(owner, env));
  const problems = problemsOf(found);
  const fine = problems.length === 0;
  const [seen] = fine ? [`PostgreSQL ${found.server}. The tables are up to date, the roles right.`] : [];
  return {
    json: { ok: fine, problems, ...found },
    lines: seen ? [seen] : [`PostgreSQL ${found.server}.`, ...problems.map((one) => `- ${one}`)],
    exitCode: fine ? EXIT.ok : EXIT.failed,
  };
}

function problemsOf(found: DatabaseState): string[] {
  return [...(found.serverTooOld ? [TOO_OLD] : []), ...migrationProblems(found), ...roleProblems(found)];
}
