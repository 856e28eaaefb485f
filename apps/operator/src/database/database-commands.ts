import type { DataSource } from 'typeorm';
import type { Answer, Call, Command } from '../command-line/command';
import type { Environment } from '../command-line/environment';
import { EXIT } from '../command-line/exit-code';
import { asOwner, compareMigrations, migrate } from './migrations';
import { checkRoles } from './role-checks.queries';
import { checkServerUrls } from './server-urls';

/** transaction_timeout is new in it. */
const OLDEST_SERVER = 170_000;

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
  const found = await asOwner(env, (owner) => look(owner, env));
  const problems = problemsOf(found);
  const fine = problems.length === 0;
  const [seen] = fine ? [`PostgreSQL ${found.server}. The tables are up to date, the roles right.`] : [];
  return {
    json: { ok: fine, problems, ...found },
    lines: seen ? [seen] : [`PostgreSQL ${found.server}.`, ...problems.map((one) => `- ${one}`)],
    exitCode: fine ? EXIT.ok : EXIT.failed,
  };
}

type Found = Awaited<ReturnType<typeof look>>;

async function look(owner: DataSource, env: Environment) {
  const [version] = await owner.query<{ name: string; number: number }[]>(
    `SELECT current_setting('server_version') AS name, current_setting('server_version_num')::int AS number`,
  );
  return {
    server: version?.name ?? 'unknown',
    serverTooOld: (version?.number ?? 0) < OLDEST_SERVER,
    migrations: await compareMigrations(owner),
    roles: await checkRoles(owner),
    urls: await checkServerUrls(owner, env),
  };
}

function problemsOf({ serverTooOld, migrations: { pending, unknown }, roles, urls }: Found): string[] {
  return [
    ...(serverTooOld ? ['The server is too old: Orkestra needs PostgreSQL 17 or newer.'] : []),
    ...(pending.length === 0 ? [] : [`Not run yet, by \`orkestra db migrate\`: ${pending.join(', ')}`]),
    ...(unknown.length === 0
      ? []
      : [`Of a newer version of Orkestra than this command: ${unknown.join(', ')}`]),
    ...roles.flatMap(({ name, problems }) => problems.map((problem) => `The role ${name} ${problem}`)),
    ...urls,
  ];
}
