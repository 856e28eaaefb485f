import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { linkedType, type PagesOfTypes } from './linked-type';

/** Pages by the names of their files. */
export type Pages = ReadonlyMap<string, string>;

/** What an operation needs, by its name such as `Query.task`. */
export type WhoMay = ReadonlyMap<string, string>;

const OPERATIONS = [
  { file: 'queries.md', title: 'Queries', root: 'Query', note: 'What can be read.' },
  { file: 'mutations.md', title: 'Mutations', root: 'Mutation', note: 'What can be done.' },
  {
    file: 'subscriptions.md',
    title: 'Subscriptions',
    root: 'Subscription',
    note: 'What is told as it happens.',
  },
] as const;

const INDEX = `# GraphQL schema

Every operation and type of the API at \`/graphql\`, from the schema that the server is built with.
[The guide](../../guides/graphql.md) says how to sign in, page through lists and read errors;
[permissions](../permissions.md) who may do what.

- [Queries](queries.md), [mutations](mutations.md), [subscriptions](subscriptions.md)
- [Objects](objects.md), [inputs](inputs.md), [enums and scalars](enums.md)
`;

/** The reference of a schema: a page for each sort of operation, three for the types. */
export function graphqlPages(schema: GraphQLSchema, whoMay: WhoMay): Pages {
  const types = Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .filter(({ name }) => !OPERATIONS.some(({ root }) => root === name));
  const fileOf = new Map(types.map((type) => [type.name, fileOfType(type)]));
  const operations = OPERATIONS.map(({ file, title, root, note }): [string, string] => {
    const type = schema.getType(root);
    const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
    const sections = fields.map((field) =>
      operationSection(field, whoMay.get(`${root}.${field.name}`), fileOf),
    );
    return [file, page(title, note, sections)];
  });
  return new Map([
    ['README.md', INDEX],
    ...operations,
    ['objects.md', typesPage('Objects', 'What is answered.', 'objects.md', types, fileOf)],
    ['inputs.md', typesPage('Inputs', 'What operations take.', 'inputs.md', types, fileOf)],
    [
      'enums.md',
      typesPage('Enums and scalars', 'The values that stand for themselves.', 'enums.md', types, fileOf),
    ],
  ]);
}

function fileOfType(type: GraphQLNamedType): string {
  if (isInputObjectType(type)) return 'inputs.md';
  return isObjectType(type) || isInterfaceType(type) ? 'objects.md' : 'enums.md';
}

function page(title: string, note: string, sections: readonly string[]): string {
  return `# ${title}\n\n${note}\n\n${sections.join('\n')}`;
}

function typesPage(
  title: string,
  note: string,
  file: string,
  types: readonly GraphQLNamedType[],
  fileOf: PagesOfTypes,
): string {
  const own = types.filter(({ name }) => fileOf.get(name) === file);
  return page(
    title,
    note,
    own
      .toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
      .map((type) => typeSection(type, fileOf)),
  );
}

function operationSection(
  { name, description, args, type, deprecationReason }: GraphQLField<unknown, unknown>,
  may: string | undefined,
  fileOf: PagesOfTypes,
): string {
  const lines = [
    `Answers ${linkedType(type, fileOf)}.`,
    may === undefined ? '' : `Who may: ${may}.`,
    deprecationReason ? `**Deprecated:** ${oneLine(deprecationReason)}` : '',
  ].filter((line) => line !== '');
  return section(name, description, [lines.join(' '), membersTable('argument', args, fileOf)]);
}

function typeSection(type: GraphQLNamedType, fileOf: PagesOfTypes): string {
  if (isEnumType(type)) {
    const rows = type.getValues().map(({ name, description }) => `| \`${name}\` | ${oneLine(description)} |`);
    return section(type.name, type.description, ['| value | |\n| --- | --- |', rows.join('\n')], '\n');
  }
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
    const implemented = isObjectType(type)
      ? type
          .getInterfaces()
          .map(({ name }) => `\`${name}\``)
          .join(', ')
      : '';
    const fields: Readonly<Record<string, Member>> = type.getFields();
    return section(type.name, type.description, [
      implemented === '' ? '' : `Implements ${implemented}.`,
      membersTable('field', Object.values(fields), fileOf),
    ]);
  }
  return section(type.name, type.description, []);
}

function section(
  name: string,
  description: string | null | undefined,
  parts: readonly string[],
  between = '\n\n',
): string {
  const body = parts.filter((part) => part !== '').join(between);
  return [`## ${name}`, description?.trim() ?? '', body].filter((part) => part !== '').join('\n\n') + '\n';
}

type Member = GraphQLArgument | GraphQLInputField | GraphQLField<unknown, unknown>;

function membersTable(what: string, members: readonly Member[], fileOf: PagesOfTypes): string {
  if (members.length === 0) return '';
  const rows = members.map(
    (member) => `| \`${member.name}\` | ${linkedType(member.type, fileOf)} | ${wordsOf(member, fileOf)} |`,
  );
  return [`| ${what} | type | |`, '| --- | --- | --- |', ...rows].join('\n');
}

function wordsOf(member: Member, fileOf: PagesOfTypes): string {
  const takes =
    'args' in member ? member.args.map(({ name, type }) => `\`${name}\` ${linkedType(type, fileOf)}`) : [];
  const unless =
    'defaultValue' in member && member.defaultValue !== undefined
      ? `\`${JSON.stringify(member.defaultValue)}\` if left out.`
      : '';
  const old = member.deprecationReason ? `**Deprecated:** ${oneLine(member.deprecationReason)}` : '';
  return [oneLine(member.description), takes.length === 0 ? '' : `Takes ${takes.join(', ')}.`, unless, old]
    .filter((part) => part !== '')
    .join(' ');
}

/** For a cell of a table. */
function oneLine(text: string | null | undefined): string {
  return (text ?? '').trim().replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');
}
