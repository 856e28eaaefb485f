import { sep } from 'node:path';
import { UsageError } from '../environment/cli.errors';
import { endpointOf } from '../environment/endpoint';
import type { Environment } from '../environment/environment';
import { findLocalStack } from '../environment/local-stack';
import { CLIENT_NAMES, type ClientName, CLIENTS, type McpClient } from './clients';
import { launchOf } from './launch';
import { type Launch, snippetFor } from './snippet';

const EXAMPLE_URL = 'https://orkestra.example.com';

/**
 * What to put where, for one client or for all.
 * @throws UsageError for a client that is not known, or when the key is asked for and there is none
 */
export function snippets(client: string, env: Environment, withKey: boolean): string {
  const names = namesOf(client);
  const local = env['ORKESTRA_URL'] ? undefined : findLocalStack(env, process.cwd());
  const url = env['ORKESTRA_URL'] ? endpointOf(env['ORKESTRA_URL']) : local?.endpoint;
  const key = env['ORKESTRA_API_KEY'] || local?.apiKey;
  if (withKey && !key) throw new UsageError('--with-key needs ORKESTRA_API_KEY or a stack on this machine.');
  const launch: Launch = {
    ...launchOf(__dirname.split(sep)),
    url: url === undefined ? EXAMPLE_URL : url.href.replace(/\/mcp\/?$/, ''),
    key: withKey ? key : undefined,
  };
  return names.map((name) => describe(CLIENTS[name], snippetFor(name, launch))).join('\n\n');
}

function namesOf(client: string): readonly ClientName[] {
  if (client === 'all') return CLIENT_NAMES;
  const name = CLIENT_NAMES.find((one) => one === client);
  if (name !== undefined) return [name];
  throw new UsageError(`There is no client "${client}". Known are ${CLIENT_NAMES.join(', ')} and all.`);
}

function describe({ title, into, places }: McpClient, snippet: string): string {
  const rows = places.map(([system, path]) => `  ${system.padEnd(14)}${path}`);
  return [`# ${title}`, into, ...rows, '', snippet].join('\n');
}
