import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The source package of this release holds JSON-Schema-Test-Suite, which has no package of its own that is kept up. */
const RELEASE = 'jsonschema-4.26.0';
const PACKAGE = `jsonschema==4.26.0 --hash=sha256:0c26707e2efad8aa1bfc5b7ce170f3fccc2e4918ff85989ba9ffa9facb2be326`;

interface SuiteTest {
  description: string;
  data: unknown;
  valid: boolean;
}

export interface SuiteGroup {
  /** Such as `optional/format/date.json`. */
  file: string;
  description: string;
  schema: Record<string, unknown> | boolean;
  tests: SuiteTest[];
}

/** The public test suite of JSON Schema, draft 2020-12; it is downloaded once a machine. */
export function publicSuite(): SuiteGroup[] {
  const root = join(downloaded(), RELEASE, 'json/tests/draft2020-12');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.json'),
  );
  return files.sort().flatMap((file) => {
    const groups = JSON.parse(readFileSync(join(root, file), 'utf8')) as Omit<SuiteGroup, 'file'>[];
    return groups.map((group) => ({ ...group, file: file.replaceAll('\\', '/') }));
  });
}

/** The folder is moved into its place when it is whole. */
function downloaded(): string {
  const cache = process.env['ORKESTRA_CACHE'] || join(homedir(), '.cache', 'orkestra');
  const target = join(cache, `${RELEASE}-source`);
  if (existsSync(target)) return target;
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(`${target}.`);
  try {
    download(folder);
    renameSync(folder, target);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

function download(folder: string): void {
  const list = join(folder, 'packages.txt');
  writeFileSync(list, `${PACKAGE}\n`);
  const flags = [
    '--quiet',
    '--disable-pip-version-check',
    '--no-deps',
    '--no-binary=jsonschema',
    '--require-hashes',
  ];
  const python = (...args: string[]) => execFileSync('python3', ['-m', ...args], { stdio: 'pipe' });
  python('pip', 'download', ...flags, '-r', list, '-d', folder);
  python('tarfile', '-e', join(folder, `${RELEASE}.tar.gz`), folder);
}
