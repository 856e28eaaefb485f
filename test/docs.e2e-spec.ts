import { buildSchema, parse, validate } from 'graphql';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(__dirname, '..');
const pages = ['.', 'docs', 'examples', 'libs/sdk', 'libs/cli', 'libs/agents', 'python/orkestra']
  .flatMap((folder) => {
    const recursive = folder !== '.' && !folder.startsWith('libs');
    const names = readdirSync(join(root, folder), { recursive, encoding: 'utf8' });
    return names.map((name) => join(folder, name));
  })
  .filter((name) => name.endsWith('.md') && !name.includes('node_modules'));

/** The places in the repository that a page leads to, pictures too. */
const linksOf = (page: string) =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
    .map(([, link]) => link ?? '')
    .filter((link) => !/^[a-z]+:/.test(link));

test('every link of the documentation leads somewhere', () => {
  expect(pages.length).toBeGreaterThan(30);
  const broken = pages.flatMap((page) =>
    linksOf(page)
      .filter((link) => !existsSync(join(root, dirname(page), link)))
      .map((link) => `${page}: ${link}`),
  );
  expect(broken).toEqual([]);
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
