import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BundleCache } from './bundle-cache';

let folder: string;
let workflows: string;
let sibling: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-cache-'));
  mkdirSync(join(folder, 'node_modules'));
  workflows = join(folder, 'dist', 'workflows.js');
  sibling = join(folder, 'dist', 'sibling.js');
  mkdirSync(join(folder, 'dist'));
  writeFileSync(workflows, 'a');
  writeFileSync(sibling, 'b');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('gives the bundle back while every file of it is the same', async () => {
  const cache = new BundleCache(workflows, '1');
  expect(await cache.read()).toBeUndefined();
  await cache.write('code', [workflows, sibling, join(folder, 'dist')]);
  expect(await new BundleCache(workflows, '1').read()).toBe('code');
  expect(await new BundleCache(workflows, '2').read()).toBeUndefined();
  writeFileSync(sibling, 'changed');
  expect(await cache.read()).toBeUndefined();
  writeFileSync(sibling, 'b');
  expect(await cache.read()).toBe('code');
  rmSync(sibling);
  expect(await cache.read()).toBeUndefined();
});

it('does without where there is no place for it', async () => {
  rmSync(join(folder, 'node_modules'), { recursive: true });
  const cache = new BundleCache(workflows, '1');
  await cache.write('code', [workflows]);
  expect(await cache.read()).toBeUndefined();
});
