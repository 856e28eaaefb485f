import type { DataSource } from 'typeorm';
import type { Answer, Call, Command } from '../command-line/command';
import { EXIT } from '../command-line/exit-code';
import { MissingSettingError, NotConfirmedError, OperatorError } from '../command-line/operator.errors';
import { textOf } from '../command-line/option-values';
import { asOwner, migrate, refuseSuperuser } from './migrations';
import { connectedServers, dropTables, foreignTenants, placeOfOwner } from './reset.queries';

export const RESET_COMMAND: Command = {
  name: 'db reset',
  usage: '[--yes-delete NAME-OF-DATABASE]',
  summary: 'Drops all tables and makes them anew, empty. Asks twice; not in production.',
  words: [0, 0],
  options: { 'yes-delete': { type: 'string' } },
  run: reset,
};

async function reset(call: Call): Promise<Answer> {
  const { env } = call;
  if (env['NODE_ENV'] === 'production') throw refused('reset.production', PRODUCTION);
  const systemUrl = env['SYSTEM_DATABASE_URL'];
  if (!systemUrl) throw new MissingSettingError(['SYSTEM_DATABASE_URL']);
  return asOwner(env, async (owner) => {
    await refuseSuperuser(owner);
    const { database, server } = await placeOfOwner(owner);
    await admit(owner, systemUrl, database, textOf(call.options, 'yes-delete'));
    if (textOf(call.options, 'yes-delete') === undefined) await askTwice(call, database, server);
    const dropped = await dropTables(owner);
    const ran = await migrate(owner);
    const lines = [
      `Dropped ${dropped} tables of ${database} and made them anew, empty.`,
      'Workflows that Temporal still runs and the files of tasks were not touched. Next: orkestra db seed',
    ];
    return { json: { database, dropped, ran: ran.length }, lines };
  });
}

async function admit(
  owner: DataSource,
  systemUrl: string,
  database: string,
  typed: string | undefined,
): Promise<void> {
  // A wrong name in a script is a wrong database.
  if (typed !== undefined && typed !== database) throw new NotConfirmedError();
  const tenants = await foreignTenants(owner, systemUrl);
  if (tenants.length > 0 && typed === undefined) {
    const some = tenants.slice(0, 5).join(', ') + (tenants.length > 5 ? ' and others' : '');
    const message = `${database} holds workspaces that are not of the demo: ${some}. To delete them too, type --yes-delete ${database}`;
    throw refused('reset.tenants', message);
  }
  const connected = await connectedServers(owner);
  if (connected > 0)
    throw refused(
      'reset.in_use',
      `Servers are connected to ${database} (${connected} times). Stop them first.`,
    );
}

async function askTwice({ confirm }: Call, database: string, server: string): Promise<void> {
  await confirm(
    `All tables of the database ${database} on ${server} are dropped, with all that they hold.`,
    database,
  );
  await confirm('Nothing brings them back but a backup.', 'delete');
}

const PRODUCTION =
  'NODE_ENV is production, where nothing is dropped. For an empty database make another one, and let this one be.';

function refused(code: string, message: string): OperatorError {
  return new OperatorError(EXIT.refused, code, message);
}
