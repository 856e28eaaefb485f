import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InitError } from './init.errors';
import { projectNameOf } from './project-name';
import { writeWhole } from './write-whole';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'create-orkestra-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const FILES = new Map([
  ['package.json', '{}'],
  ['src/workflows.ts', 'export {};'],
]);

it.each(['new', 'empty'])('writes a whole project into a %s folder', (kind) => {
  const target = join(folder, 'my-bot');
  if (kind === 'empty') mkdirSync(target);
  writeWhole(target, FILES);
  expect(statSync(target).mode & 0o777).toBe(0o777 & ~process.umask());
  expect(readdirSync(target).sort()).toEqual(['package.json', 'src']);
  expect(readFileSync(join(target, 'src/workflows.ts'), 'utf8')).toBe('export {};');
  expect(readdirSync(folder)).toEqual(['my-bot']);
});

it('leaves nothing where it can not write all', () => {
  writeFileSync(join(folder, 'file'), '');
  const impossible = new Map([...FILES, ['package.json/inside', '']]);
  expect(() => writeWhole(join(folder, 'my-bot'), impossible)).toThrow();
  expect(() => writeWhole(join(folder, 'file/my-bot'), FILES)).toThrow();
  expect(readdirSync(folder)).toEqual(['file']);
});

it.each([
  ['my bot', 'Take "my-bot"'],
  ['My-Bot', 'Take "my-bot"'],
  ['Ünder', 'Take "nder"'],
  ['💥', 'lower-case letters'],
])('refuses the name %j and says what to take', (name, advice) => {
  expect(() => projectNameOf(name)).toThrow(InitError);
  expect(() => projectNameOf(name)).toThrow(advice);
});
