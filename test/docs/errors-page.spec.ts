import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCodes } from '../../scripts/errors/error-codes';
import { areaOf, errorsPage } from '../../scripts/errors/errors-page';
import { AREAS, MEANINGS } from '../../scripts/errors/errors.words';

const root = join(__dirname, '../..');
const page = readFileSync(join(root, 'docs/reference/errors.md'), 'utf8');
const codes = errorCodes(root);

test('docs/reference/errors.md is what the code says; else run `npm run errors`', () => {
  expect(page).toBe(errorsPage(root));
});

test('every code that a file of errors names is on the page', () => {
  const named = ['libs', 'apps/api-gateway', 'apps/mcp-gateway'].flatMap((folder) => codesNamedIn(folder));
  expect(named.length).toBeGreaterThan(200);
  expect(named.filter((code) => !page.includes(`| \`${code}\` |`))).toEqual([]);
});

test('every area has its words, and all words have their use', () => {
  const areas = new Set(codes.map(({ code }) => areaOf(code)));
  expect([...areas].filter((area) => !(area in AREAS))).toEqual([]);
  expect(Object.keys(AREAS).filter((area) => !areas.has(area))).toEqual([]);
  expect(Object.keys(MEANINGS).filter((code) => !page.includes(`| \`${code}\` |`))).toEqual([]);
});

test('each code says something; else write its line in scripts/errors/errors.words.ts', () => {
  const mute = codes.filter(({ code, message }) => /^(…|…: …)$|: …\.?$/.test(MEANINGS[code] ?? message));
  expect(mute.map(({ code }) => code)).toEqual([]);
  expect(codes.filter(({ code }) => code.includes('…'))).toEqual([]);
});

/** By the plain text of the files, apart from how the page is made; of the server, not of the published packages. */
function codesNamedIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!spec)\.errors\.ts$/.test(name))
    .filter((name) => !/node_modules|dist|^(sdk|agents|cli|dev|create-orkestra)\//.test(name))
    .flatMap((name) => {
      const text = readFileSync(join(root, folder, name), 'utf8');
      return [...text.matchAll(/'([a-z]+(?:_[a-z]+)*\.[a-z]+(?:_[a-z]+)*)'/g)].map(([, code]) => code ?? '');
    });
}
