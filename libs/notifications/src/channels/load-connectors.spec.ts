import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, Outbound } from '@orkestra/core';
import { ConnectorError } from './connector.errors';
import { loadConnectors } from './load-connectors';
import type { NotificationChannel } from './notification-channel';

const GOOD = `name: 'pigeon', enabled: true, addressed: false, defaultDelaySeconds: 0, send: async () => ({ outcome: 'sent' })`;
const EMAIL = { name: 'email' } as NotificationChannel;

let folder: string;
let files = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orkestra-connectors-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file with this text; its path. */
function file(text: string): string {
  const path = join(folder, `connector-${(files += 1)}.cjs`);
  writeFileSync(path, text);
  return path;
}
const giving = (channel: string) => file(`exports.connector = () => (${channel});`);
function load(...sources: string[]): NotificationChannel[] {
  const config = { NOTIFICATION_CHANNELS: sources } as unknown as Config;
  return loadConnectors(config, Object.create(Outbound.prototype) as Outbound, [EMAIL]);
}
/** What the operator reads as the process does not start, without what is the same in all. */
function problem(...sources: string[]): string {
  const named = sources.at(-1) ?? '';
  try {
    load(...sources);
  } catch (error) {
    expect(error).toBeInstanceOf(ConnectorError);
    const { message } = error as ConnectorError;
    const start = `NOTIFICATION_CHANNELS: ${named} cannot be used. `;
    expect(message).toContain(start);
    return message.slice(start.length);
  }
  throw new Error('It was loaded');
}

it('loads files in their order, and hands them the settings and a way out', () => {
  process.env['PIGEON_LOFT'] = 'north';
  const first = file(
    `exports.connector = ({ env, fetch }) => ({ ${GOOD}, loft: env.PIGEON_LOFT, calls: typeof fetch });`,
  );
  const second = giving(`{ ${GOOD}, name: 'owl' }`);
  const loaded = load(first, second);
  delete process.env['PIGEON_LOFT'];
  expect(loaded).toMatchObject([{ name: 'pigeon', loft: 'north', calls: 'function' }, { name: 'owl' }]);
  expect(load()).toEqual([]);
});

it('says where it has looked for what is not there', () => {
  const advice = `There is no such package or file, seen from ${process.cwd()}. Install the package there, or give the whole path of the file.`;
  expect(problem('orkestra-connector-that-nobody-has')).toBe(advice);
  expect(problem(join(folder, 'moved.cjs'))).toBe(advice);
});

it('says what a connector needs that is not there, and where it is written wrong', () => {
  const needy = problem(file(`require('its-own-part'); exports.connector = () => ({ ${GOOD} });`));
  expect(needy).toMatch(/^It could not be loaded: Cannot find module 'its-own-part'[^\n]*$/);
  expect(problem(file('exports.connector = ('))).toMatch(/^It could not be loaded: .+/);
});

it.each([
  [`throw new Error('PIGEON_LOFT is not set');`, 'PIGEON_LOFT is not set'],
  [`throw new Error('No loft\\n    at some line of it');`, 'No loft'],
  [`throw 'a text';`, 'a text'],
])('says what a connector throws: %s', (body, said) => {
  expect(problem(file(`exports.connector = () => { ${body} };`))).toBe(`connector() has failed: ${said}`);
});

const NAME = '"name" must be small letters, digits and _, and begin with a letter.';
const DELAY = '"defaultDelaySeconds" must be a whole number of seconds, up to a week.';
it.each([
  ['null', 'connector() gives back no object.'],
  [`'pigeon'`, 'connector() gives back no object.'],
  [`Promise.resolve({ ${GOOD} })`, 'connector() must give back the channel itself, no promise of it.'],
  [`{ ${GOOD}, name: undefined }`, NAME],
  [`{ ${GOOD}, name: 'Pigeon Post' }`, NAME],
  [`{ ${GOOD}, name: '${'p'.repeat(32)}' }`, NAME],
  [`{ ${GOOD}, enabled: 'yes' }`, '"enabled" must be true or false.'],
  [`{ ${GOOD}, addressed: undefined }`, '"addressed" must be true or false.'],
  [`{ ${GOOD}, defaultDelaySeconds: '60' }`, DELAY],
  [`{ ${GOOD}, defaultDelaySeconds: -1 }`, DELAY],
  [`{ ${GOOD}, defaultDelaySeconds: 604801 }`, DELAY],
  [`{ ${GOOD}, send: undefined }`, '"send" must be a function.'],
  [`{ ${GOOD}, sendCode: true }`, '"sendCode" must be a function, or left out.'],
  [`{ ${GOOD}, receive: 1 }`, '"receive" must be a function, or left out.'],
  [
    `{ ${GOOD}, codeTarget: () => undefined }`,
    'Who has "codeTarget" needs "receive", which hears of the codes.',
  ],
])('says what is wrong with %s', (channel, said) => {
  expect(problem(giving(channel))).toBe(said);
});

it('says that there is no connector in a file', () => {
  const none = 'It exports no function "connector".';
  expect(problem(file('exports.channel = () => ({});'))).toBe(none);
  expect(problem(file(`exports.connector = { ${GOOD} };`))).toBe(none);
  expect(problem(file('module.exports = undefined;'))).toBe(none);
});

it.each(['email', 'in_app'])('takes no second channel %s', (name) => {
  const said = `There is a channel ${name} already. Give it another "name", or name it here once.`;
  expect(problem(giving(`{ ${GOOD}, name: '${name}' }`))).toBe(said);
});

it('takes none twice', () => {
  const twice = giving(`{ ${GOOD} }`);
  expect(problem(twice, twice)).toContain('There is a channel pigeon already.');
});
