import { CommandError, WrongUsageError } from '../command-line/command.errors';
import { EXIT } from '../command-line/exit-code';
import type { Environment } from '../environment/environment';
import { noGateway } from '../environment/gateway';
import { findLocalStack } from '../environment/local-stack';

/** Where the api-gateway is and who asks it. */
export interface Caller {
  readonly url: URL;
  /** An API key, or an access token of a person. */
  readonly key: string | undefined;
  /** Of a person of the demo, who signs in instead. */
  readonly person: Person | undefined;
}

export interface Person {
  readonly tenant: string;
  readonly email: string;
  readonly password: string;
}

/**
 * The api-gateway that the environment names, or else that of the stack which runs on this machine.
 * @param email of the person of the demo to act as
 * @throws StartRefusedError, CommandError when there is none, no key for it, or no such person
 */
export function callerFor(env: Environment, email: string | undefined): Caller {
  const given = env['ORKESTRA_URL'];
  const key = env['ORKESTRA_API_KEY'] || undefined;
  if (given) {
    if (email !== undefined) throw new WrongUsageError(NOT_HERE);
    if (key !== undefined) return { url: graphqlUrl(given), key, person: undefined };
    throw new CommandError(
      EXIT.usage,
      'settings',
      'ORKESTRA_API_KEY is missing: set it to an API key of Orkestra, or to an access token of yours.',
    );
  }
  const local = findLocalStack(env, process.cwd());
  if (local?.graphql === undefined) throw noGateway();
  if (email !== undefined)
    return { url: local.graphql, key: undefined, person: personIn(local.tenants, email) };
  return { url: local.graphql, key: key ?? local.apiKey, person: undefined };
}

/** @param given with or without `/graphql` or `/mcp` */
function graphqlUrl(given: string): URL {
  if (!URL.canParse(given) || !/^https?:/.test(given))
    throw new CommandError(
      EXIT.usage,
      'settings',
      'ORKESTRA_URL must be a URL such as https://orkestra.example.com.',
    );
  const url = new URL(given);
  url.pathname = `${url.pathname.replace(/\/(graphql|mcp)?\/?$/, '')}/graphql`;
  return url;
}

const NOT_HERE =
  '--as is for the people of the demo, on the stack of npm start. Elsewhere people decide in the admin app.';

type Tenants = readonly { slug?: string; users?: readonly { email?: string; password?: string }[] }[];

function personIn(tenants: Tenants, email: string): Person {
  for (const { slug = '', users = [] } of tenants) {
    const found = users.find((user) => user.email === email);
    if (found?.password !== undefined) return { tenant: slug, email, password: found.password };
  }
  const known = tenants.flatMap(({ users = [] }) => users.map((user) => user.email ?? ''));
  throw new CommandError(
    EXIT.notFound,
    'person',
    `There is no ${email} here. There are ${known.join(', ')}.`,
  );
}
