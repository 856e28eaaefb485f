import { buildSchema, parse, validate } from 'graphql';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { anchorsOf } from './anchors';

const root = join(__dirname, '../..');
const pages = ['.', 'docs', 'examples', 'libs/sdk', 'libs/cli', 'libs/agents', 'python/orkestra']
  .flatMap((folder) => {
    const recursive = folder !== '.' && !folder.startsWith('libs');
    const names = readdirSync(join(root, folder), { recursive, encoding: 'utf8' });
    return names.map((name) => join(folder, name));
  })
  .filter((name) => name.endsWith('.md') && !name.includes('node_modules'));

const textOf = (page: string) =>
  readFileSync(join(root, page), 'utf8').replaceAll(/^ *```[^]*?^ *```$/gm, '');

/** What a page leads to: files of the repository, pictures too, each with the anchor that may stand behind. */
const linksOf = (page: string) =>
  [...textOf(page).matchAll(/\]\(([^)#\s]*)(?:#([^)\s]*))?\)/g)]
    .map(([, path, anchor]) => ({ path: path ?? '', anchor }))
    .filter(({ path }) => !/^[a-z]+:/.test(path));

test('every link of the documentation leads somewhere', () => {
  expect(pages.length).toBeGreaterThan(30);
  const broken = pages.flatMap((page) =>
    linksOf(page)
      .filter(({ path }) => !existsSync(join(root, dirname(page), path)))
      .map(({ path }) => `${page}: ${path}`),
  );
  expect(broken).toEqual([]);
});

test('every anchor is a heading of its page', () => {
  const leading = pages.flatMap((page) =>
    linksOf(page)
      .filter(({ path, anchor }) => anchor !== undefined && (path === '' || path.endsWith('.md')))
      .map(({ path, anchor }) => ({ page, target: path === '' ? page : join(dirname(page), path), anchor })),
  );
  expect(leading.length).toBeGreaterThan(30);
  const broken = leading.filter(({ target, anchor }) => !anchorsOf(textOf(target)).includes(anchor ?? ''));
  expect(broken.map(({ page, target, anchor }) => `${page}: ${target}#${anchor}`)).toEqual([]);
});

test('what the guide asks of GraphQL, the schema answers', () => {
  const schema = buildSchema(readFileSync(join(root, 'apps/api-gateway/schema.gql'), 'utf8'));
  const guide = readFileSync(join(root, 'docs/guides/graphql.md'), 'utf8');
  const blocks = [...guide.matchAll(/```graphql\n(.*?)```/gs)].map(([, text]) => text ?? '');
  const inCommands = [...guide.matchAll(/"query":"(.*?)"/g)].map(([, text]) => text ?? '');
  const documents = [...blocks, ...inCommands];
  expect(documents.length).toBeGreaterThan(2);
  const wrong = documents.flatMap((text) => validate(schema, parse(text)).map(({ message }) => message));
  expect(wrong).toEqual([]);
});
