import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { graphqlPages } from '../../scripts/graphql/graphql-pages';
import { whoMayOf } from '../../scripts/graphql/who-may';
import { anchorsOf } from './anchors';

type Item = string | { type: string; id?: string; dirName?: string; items?: Item[]; link?: { id: string } };
interface Links {
  linksOfSite(text: string, page: string, place: string, repository?: string): string;
  PAGES_FROM_ELSEWHERE: ReadonlyMap<string, string>;
}

const root = join(__dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const required = (path: string): unknown => jest.requireActual(join(root, path));
const sidebar = (required('site/sidebars.cjs') as { docs: Item[] }).docs;
const { linksOfSite, PAGES_FROM_ELSEWHERE } = required('site/scripts/links.cjs') as Links;

const pages = [
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.md'),
  ),
  ...PAGES_FROM_ELSEWHERE.values(),
].map((name) => name.replace(/\.md$/, ''));

function placesOf(items: readonly Item[]): { pages: string[]; folders: string[] } {
  const all = items.map((item) => {
    if (typeof item === 'string') return { pages: [item], folders: [] };
    const inside = placesOf(item.items ?? []);
    const own = [item.id, item.link?.id].filter((id) => id !== undefined);
    return {
      pages: [...own, ...inside.pages],
      folders: [...inside.folders, ...(item.dirName ? [item.dirName] : [])],
    };
  });
  return { pages: all.flatMap((each) => each.pages), folders: all.flatMap((each) => each.folders) };
}

test('every page stands in the sidebar, and nothing else does', () => {
  const listed = placesOf(sidebar);
  const isListed = (page: string) =>
    listed.pages.includes(page) || listed.folders.some((folder) => page.startsWith(`${folder}/`));
  expect(pages.filter((page) => !isListed(page))).toEqual([]);
  const generated = /^reference\/(sdk|agents|graphql)\//;
  expect(listed.pages.filter((page) => !pages.includes(page) && !generated.test(page))).toEqual([]);
});

test('links between pages stay, and those to code lead to the code host or become a path', () => {
  const text =
    '[a](../concepts/tasks.md#x) [b](../../examples/support-bot/README.md) [`c`](../../bench/results/inbox.md) [d](#e)';
  const links = (repository?: string) => linksOfSite(text, 'docs/guides/one.md', 'guides/one.md', repository);
  expect(links()).toBe(
    '[a](../concepts/tasks.md#x) [b](../examples/support-bot.md) `c` (`bench/results/inbox.md`) [d](#e)',
  );
  expect(links('https://host.example/we/orkestra')).toContain(
    '[`c`](https://host.example/we/orkestra/blob/main/bench/results/inbox.md)',
  );
  const code = 'As in `[x](../../y.md)`:\n\n```md\n[x](../../y.md)\n```\n';
  expect(linksOfSite(code, 'docs/one.md', 'one.md')).toBe(code);
});

describe('The pages of the GraphQL schema', () => {
  const schema = buildSchema(read('apps/api-gateway/schema.gql'));
  const whoMay = whoMayOf(read('docs/reference/permissions.md'));
  const written = graphqlPages(schema, whoMay);

  it('have a section for every operation and type, each with its own anchor', () => {
    const anchors = new Map([...written].map(([name, text]) => [name, anchorsOf(text)]));
    for (const found of anchors.values()) expect(found.filter((anchor) => /-\d+$/.test(anchor))).toEqual([]);
    const all = [...anchors.values()].flat();
    const names = Object.values(schema.getTypeMap())
      .map(({ name }) => name)
      .filter((name) => !/^(__.*|Query|Mutation|Subscription|String|Boolean|Int|Float|ID)$/.test(name));
    const operations = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
    const fields = operations.flatMap((type) => Object.keys(type?.getFields() ?? {}));
    expect(names.length).toBeGreaterThan(100);
    expect([...names, ...fields].filter((name) => !all.includes(name.toLowerCase()))).toEqual([]);
  });

  it('link to sections that are there, and to pages of the documentation', () => {
    const links = [...written].flatMap(([name, text]) =>
      [...text.matchAll(/\]\(([^)#]+)(?:#([^)]+))?\)/g)].map(([, path = '', anchor]) => ({
        name,
        path,
        anchor,
      })),
    );
    const broken = links.filter(({ path, anchor }) => {
      const page = written.get(path);
      if (page === undefined) return !existsSync(join(root, 'docs/reference/graphql', path));
      return anchor !== undefined && !anchorsOf(page).includes(anchor);
    });
    expect(links.length).toBeGreaterThan(500);
    expect(broken).toEqual([]);
  });

  it('say who may', () => {
    expect(whoMay.size).toBeGreaterThan(50);
    const operations = ['queries.md', 'mutations.md', 'subscriptions.md'].map(
      (name) => written.get(name) ?? '',
    );
    expect(operations.join('').match(/^Answers .* Who may: .*\.$/gm)?.length).toBe(whoMay.size);
  });
});
