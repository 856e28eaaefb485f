import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

const root = resolve(__dirname, '..');
const MOST_FILES = 25;
const DEEPEST = 6;

/** Folders that hold more than {@link MOST_FILES} files for good. */
const FULL_FOLDERS: Readonly<Record<string, string>> = {
  '.': 'tools look for their settings here, each for a file of its own',
  '.changeset': 'a file for each change, until a release gathers them',
  'docs/guides': 'a page for each thing that people do, which the index sorts by who they are',
  'docs/adr': 'a record of each decision, never taken away',
  'libs/sdk/test-histories':
    'recorded data: a file for each history and each version of the SDK that wrote it',
};
/** What stands before the suffix of a test: a query's plan, and what the compiler says. */
const KINDS_OF_TESTS = ['plan', 'types'];
const TEST = /\.(int-|e2e-)?spec\.tsx?$/;
/** SQL that reads is `.queries`, checked input `.schema`; before there was one word for each there were these. */
const OLD_ENDINGS = /-(rows|pages|reads|details|views|list)\.ts$/;
const SQL = /\b(SELECT\b[\s\S]*\bFROM|INSERT INTO|UPDATE \w+ SET|DELETE FROM)\b/;

const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
});
const files = listed.split('\n').filter((path) => path !== '' && existsSync(join(root, path)));
/** Projects of others, who name their files as they like. */
const TEMPLATES = 'libs/create-orkestra/templates/';
const code = files.filter((path) => /\.tsx?$/.test(path) && !path.startsWith(TEMPLATES));
const product = code.filter((path) => !TEST.test(path));
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

describe('The name of a file', () => {
  it('has no suffix but those of the table in CONTRIBUTING.md', () => {
    const known = suffixesOfTheTable();
    expect(known.length).toBeGreaterThan(20);
    const isKnown = (path: string) => {
      const allowed = TEST.test(path) ? [...known, ...KINDS_OF_TESTS] : known;
      return suffixesOf(path).every((suffix) => allowed.includes(suffix));
    };
    expect(code.filter((path) => !isKnown(path))).toEqual([]);
  });

  it('ends in -spec only where it is a test', () => {
    expect(product.filter((path) => /-spec\.tsx?$/.test(path))).toEqual([]);
  });

  it('says `.queries` or `.store` where there were many words for a file of SQL', () => {
    expect(product.filter((path) => OLD_ENDINGS.test(path) && SQL.test(textOf(path)))).toEqual([]);
  });

  it('says the role of an injectable', () => {
    const injectables = product.filter((path) => /^@Injectable\(/m.test(textOf(path)));
    expect(injectables.length).toBeGreaterThan(20);
    expect(injectables.filter((path) => suffixesOf(path).length === 0)).toEqual([]);
  });

  it('is the only one of its kind in a lib or an app', () => {
    const sameNames = groupsBy(
      product.filter((path) => !/^index\./.test(basename(path))),
      (path) => `${unitOf(path)} ${basename(path).replace(/\.tsx?$/, '')}`,
    );
    expect(sameNames.filter((group) => group.length > 1)).toEqual([]);
  });
});

describe('A folder', () => {
  it('holds so few files beside its tests that one look takes them in', () => {
    const beside = files.filter((path) => !TEST.test(path) && !/\.examples\.tsx?$/.test(path));
    const full = groupsBy(beside, dirname)
      .filter((group) => group.length > MOST_FILES)
      .map((group) => ({ folder: dirname(group[0] ?? ''), files: group.length }));
    expect(full.filter(({ folder }) => !(folder in FULL_FOLDERS))).toEqual([]);
  });

  it('is not so deep that a path fills a line', () => {
    expect(files.filter((path) => path.split('/').length > DEEPEST)).toEqual([]);
  });
});

/** Of `a.service.int-spec.ts` these are `service` and `int-spec`. */
function suffixesOf(path: string): string[] {
  return basename(path).split('.').slice(1, -1);
}

/** The first column of the table that is headed `Suffix`. */
function suffixesOfTheTable(): string[] {
  const [, table = ''] = textOf('CONTRIBUTING.md').split(/^\| Suffix .*\n/m);
  const rows = table.split('\n').slice(1);
  const end = rows.findIndex((row) => !row.startsWith('|'));
  const firstColumn = rows.slice(0, end).map((row) => row.split('|')[1] ?? '');
  return firstColumn.flatMap((cell) => [...cell.matchAll(/`\.([a-z0-9-]+)`/g)].map(([, name = '']) => name));
}

/** The lib, app or example that a file belongs to, or the folder beside them. */
function unitOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return ['apps', 'libs', 'examples'].includes(first) ? `${first}/${second}` : first;
}

function groupsBy(paths: readonly string[], keyOf: (path: string) => string): string[][] {
  const groups = new Map<string, string[]>();
  for (const path of paths) groups.set(keyOf(path), [...(groups.get(keyOf(path)) ?? []), path]);
  return [...groups.values()];
}
