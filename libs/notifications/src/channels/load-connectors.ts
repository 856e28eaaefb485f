import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Config, isRecord, type Outbound } from '@orkestra/core';
import { ConnectorError } from './connector.errors';
import type { NotificationChannel } from './notification-channel';

/** What a connector is given. */
export interface ConnectorTools {
  /** Like the global one, for public addresses and those that the operator allows; follows no redirect. */
  fetch: Outbound['fetch'];
  /** The settings of the process. */
  env: Readonly<Record<string, string | undefined>>;
}

const NAME = /^[a-z][a-z0-9_]{0,30}$/;
const LONGEST_DELAY_SECONDS = 7 * 24 * 3_600;

/**
 * The connectors that the operator names: each a package, or a file, that exports `connector(tools)`.
 * @throws ConnectorError: the process must not start without one that people rely on
 */
export function loadConnectors(
  { NOTIFICATION_CHANNELS: sources }: Config,
  outbound: Outbound,
  own: readonly NotificationChannel[],
): NotificationChannel[] {
  const tools: ConnectorTools = {
    fetch: (address, given) => outbound.fetch(address, given),
    env: process.env,
  };
  const names = new Set(['in_app', ...own.map(({ name }) => name)]);
  return sources.map((source) => {
    const channel = checked(source, made(source, tools));
    if (names.has(channel.name))
      throw new ConnectorError(
        source,
        `There is a channel ${channel.name} already. Give it another "name", or name it here once.`,
      );
    names.add(channel.name);
    return channel;
  });
}

function made(source: string, tools: ConnectorTools): unknown {
  const loaded = exported(source);
  const connector: unknown = isRecord(loaded) ? loaded['connector'] : undefined;
  if (typeof connector !== 'function')
    throw new ConnectorError(source, 'It exports no function "connector".');
  try {
    return (connector as (given: ConnectorTools) => unknown)(tools);
  } catch (error) {
    throw new ConnectorError(source, `connector() has failed: ${wordsOf(error)}`, error);
  }
}

function exported(source: string): unknown {
  // As if written in the folder that the server runs in: packages are found in its node_modules.
  const require = createRequire(join(process.cwd(), 'package.json'));
  let file: string;
  try {
    file = require.resolve(source);
  } catch (error) {
    const what = `There is no such package or file, seen from ${process.cwd()}.`;
    throw new ConnectorError(
      source,
      `${what} Install the package there, or give the whole path of the file.`,
      error,
    );
  }
  try {
    return require(file) as unknown;
  } catch (error) {
    throw new ConnectorError(source, `It could not be loaded: ${wordsOf(error)}`, error);
  }
}

/** Without the trace that Node appends to some messages. */
function wordsOf(error: unknown): string {
  const message = isRecord(error) && typeof error['message'] === 'string' ? error['message'] : String(error);
  return message.split('\n')[0] ?? '';
}

function checked(source: string, given: unknown): NotificationChannel {
  const wrong = (what: string) => new ConnectorError(source, what);
  if (typeof given !== 'object' || given === null) throw wrong('connector() gives back no object.');
  if (given instanceof Promise)
    throw wrong('connector() must give back the channel itself, no promise of it.');
  const channel = given as Partial<NotificationChannel>;
  if (typeof channel.name !== 'string' || !NAME.test(channel.name))
    throw wrong('"name" must be small letters, digits and _, and begin with a letter.');
  for (const flag of ['enabled', 'addressed'] as const)
    if (typeof channel[flag] !== 'boolean') throw wrong(`"${flag}" must be true or false.`);
  const { defaultDelaySeconds: delay } = channel;
  if (!Number.isInteger(delay) || Number(delay) < 0 || Number(delay) > LONGEST_DELAY_SECONDS)
    throw wrong('"defaultDelaySeconds" must be a whole number of seconds, up to a week.');
  if (typeof channel.send !== 'function') throw wrong('"send" must be a function.');
  for (const part of ['codeTarget', 'sendCode', 'receive'] as const)
    if (channel[part] !== undefined && typeof channel[part] !== 'function')
      throw wrong(`"${part}" must be a function, or left out.`);
  if (channel.codeTarget !== undefined && channel.receive === undefined)
    throw wrong('Who has "codeTarget" needs "receive", which hears of the codes.');
  return given as NotificationChannel;
}
