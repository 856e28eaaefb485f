import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './dockerfile';

const SERVER = 'node_modules/@orkestra/server';
const BRIDGE = 'node_modules/@temporalio/core-bridge';
const TARGETS = ['aarch64-apple-darwin', 'aarch64-unknown-linux-gnu', 'x86_64-unknown-linux-gnu'];
let folder: string;

/** As npm leaves it, with Temporal's own program that knows the names of platforms. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trim-'));
  for (const file of ['package.json', 'common.js'])
    cpSync(join(root, BRIDGE, file), join(folder, BRIDGE, file), { recursive: true });
  cpSync(join(root, 'libs/server/bin'), join(folder, SERVER, 'bin'), { recursive: true });
  cpSync(join(root, 'deploy/image/trim.mjs'), join(folder, SERVER, 'dist/trim.mjs'));
  for (const target of TARGETS) write(`${BRIDGE}/releases/${target}/index.node`);
  write(`${BRIDGE}/sdk-core/Cargo.toml`);
  for (const name of ['typescript', 'ai', '@ai-sdk/provider']) write(`node_modules/${name}/package.json`);
  for (const file of ['index.js', 'index.js.map', 'index.d.ts', 'index.d.mts', 'LICENSE'])
    write(`node_modules/pg/lib/${file}`);
  installed({});
  write('package.json', { dependencies: { '@orkestra/server': '^0.1.0' } });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, content: object = {}): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), JSON.stringify(content));
}

function installed(more: object): void {
  write('node_modules/.package-lock.json', {
    packages: { 'node_modules/pg': { version: '8.23.1' }, ...more },
  });
}

const trim = (): string =>
  execFileSync(process.execPath, [join(folder, SERVER, 'bin/orkestra-server.js'), 'trim'], {
    encoding: 'utf8',
    stdio: 'pipe',
  });
const releases = (): string[] => readdirSync(join(folder, BRIDGE, 'releases'));
const has = (path: string): boolean => existsSync(join(folder, 'node_modules', path));

test('an installation keeps what this machine runs', () => {
  expect(trim()).toContain('was removed');
  expect(releases()).toEqual(TARGETS.filter((name) => name === ownTarget()));
  expect(readdirSync(join(folder, 'node_modules/pg/lib')).sort()).toEqual(['LICENSE', 'index.js']);
  expect(['typescript', 'ai', '@ai-sdk', '@temporalio/core-bridge/sdk-core'].filter(has)).toEqual([]);
});

test('a package that the project itself depends on stays', () => {
  write('package.json', { dependencies: { typescript: '^6.0.0', '@ai-sdk/provider': '^2.0.0' } });
  trim();
  expect(['typescript', 'ai', '@ai-sdk/provider'].filter(has)).toEqual(['typescript', '@ai-sdk/provider']);
});

test('where developers work nothing is removed', () => {
  installed({ 'node_modules/jest': { version: '30.0.0', dev: true } });
  expect(trim).toThrow(/such as node_modules\/jest.*npm ci --omit=dev/);
  expect(releases()).toEqual(TARGETS);
});

test('what npm did not install stays as it is', () => {
  rmSync(join(folder, 'node_modules/.package-lock.json'));
  expect(trim).toThrow(/npm made/);
  expect(releases()).toEqual(TARGETS);
});

function ownTarget(): string {
  const script = `process.stdout.write(require('@temporalio/core-bridge/common').getPrebuiltTargetName())`;
  return execFileSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' });
}
