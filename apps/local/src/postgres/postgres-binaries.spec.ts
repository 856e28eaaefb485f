import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stage } from './postgres-binaries';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orkestra-binaries-'));
  mkdirSync(join(folder, 'native/lib'), { recursive: true });
  writeFileSync(join(folder, 'native/lib/libpq.so.5.18'), 'the library');
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
  writeFileSync(join(folder, 'native/pg-symlinks.json'), JSON.stringify(links));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it.each([true, false])('a copy needs nothing of where it came from (its links were made: %p)', (linked) => {
  if (linked) symlinkSync('libpq.so.5.18', join(folder, 'native/lib/libpq.so.5'));
  stage(join(folder, 'native'), join(folder, 'copy'));
  rmSync(join(folder, 'native'), { recursive: true });
  expect(readFileSync(join(folder, 'copy/lib/libpq.so.5'), 'utf8')).toBe('the library');
  expect(readdirSync(folder)).toEqual(['copy']);
});
