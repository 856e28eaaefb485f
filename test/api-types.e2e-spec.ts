import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, isObjectType } from 'graphql';

const root = join(__dirname, '..');
const sources = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /^[^.].*\.ts$/.test(name) && !/node_modules|dist|spec\.ts$/.test(name))
    .map((name) => ({ name, text: readFileSync(join(root, folder, name), 'utf8') }));

describe('An entity is never an API type', () => {
  test('no lib of the server knows of GraphQL, HTTP or MCP, so none of its classes can be a type of theirs', () => {
    const edge =
      /from '(@nestjs\/(graphql|apollo|platform-express|swagger)|graphql|express|@modelcontextprotocol\/.*)'/;
    // What is published for agents' machines speaks MCP, and holds no entity.
    const files = sources('libs').filter(({ name }) => !/^(cli|agents)\//.test(name));
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter(({ text }) => edge.test(text)).map(({ name }) => name)).toEqual([]);
  });

  test('every GraphQL class says itself what it shows, or extends one that does', () => {
    const types = sources('apps/api-gateway/src').filter(({ text }) => text.includes('@ObjectType('));
    expect(types.length).toBeGreaterThan(8);
    const own = new Set(
      types.flatMap(({ text }) => [...text.matchAll(/class (\w+)/g)].map(([, name]) => name)),
    );
    const bases = types.flatMap(({ text }) => [...text.matchAll(/class \w+ extends (\w+)/g)]);
    expect(bases.map(([, base]) => base).filter((base) => !own.has(base))).toEqual([]);
  });

  test('nothing that only the tables know stands in the schema', () => {
    const schema = buildSchema(readFileSync(join(root, 'apps/api-gateway/schema.gql'), 'utf8'));
    const fields = Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type))
      .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
    expect(fields).toContain('Task.allowedActions');
    const internal = /^Task\.claimable$|\.(tenantId|requestKey|runId|rank|.*(Hash|Digest|Password))$/;
    // People name what they were shown by its digest when they approve it, and records keep what it was.
    const told = /\.(payload|shown)Digest$|^Account\.hasPassword$|^Mutation\.changePassword$/;
    expect(fields.filter((field) => internal.test(field) && !told.test(field))).toEqual([]);
  });
});
