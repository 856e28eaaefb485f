import type { Column, Reference, Table, Tables } from './tables.queries';
import { TABLES_OF } from './tables.words';

const HEAD = `# Tables

What the migrations make of an empty database. Generated: \`npm run tables\` writes this page, and a test fails when it is
out of date.

- Nearly every table begins its keys with \`tenant_id\`, and row-level security shows a transaction the rows of its own
  tenant only ([decision 0006](../adr/0006-tenancy.md)). The pictures leave out the references that say nothing but that.
- \`PK\`, \`FK\` and \`UK\` mark the columns of the primary, foreign and unique keys; "null" the columns that may be empty.

## How they hang together

Each line is a foreign key with its columns. A circle at an end says that there may be none, a crow's foot that there may
be several. The columns follow, lib by lib.
`;

/** The page docs/reference/tables.md. */
export function tablesPage({ tables, references }: Tables): string {
  const picture = diagram([...tables.map(({ name }) => name), ...referenceLines(references)]);
  const libs = Object.entries(TABLES_OF).map(([lib, words]) =>
    libSection(lib, words, { tables, references }),
  );
  return [HEAD, picture, ...libs].join('\n');
}

function libSection(lib: string, words: Record<string, string>, { tables, references }: Tables): string {
  const rows = Object.entries(words).map(([name, line]) => `| \`${name}\` | ${line} |`);
  const own = Object.keys(words).flatMap((name) => tables.filter((table) => table.name === name));
  const list = ['| table | a row is |', '| --- | --- |', ...rows, ''].join('\n');
  const inside = references.filter(({ from, to }) => Object.hasOwn(words, from) && Object.hasOwn(words, to));
  const lines = ['direction LR', ...own.flatMap(tableLines), ...referenceLines(inside)];
  return `## \`libs/${lib}\`\n\n${list}\n${diagram(lines)}`;
}

function diagram(lines: readonly string[]): string {
  return `\`\`\`mermaid\nerDiagram\n${lines.map((line) => `  ${line}\n`).join('')}\`\`\`\n`;
}

function referenceLines(references: readonly Reference[]): string[] {
  return references
    .filter(({ columns }) => columns.length > 0)
    .map(({ from, to, columns, optional, unique }) => {
      const ends = `${optional ? '|o' : '||'}--${unique ? 'o|' : 'o{'}`;
      return `${to} ${ends} ${from} : "${columns.join(', ')}"`;
    });
}

function tableLines({ name, columns }: Table): string[] {
  return [`${name} {`, ...columns.map((column) => `  ${columnLine(column)}`), '}'];
}

function columnLine({ name, type, nullable, inPrimaryKey, inForeignKey, inUniqueKey }: Column): string {
  const keys = [inPrimaryKey && 'PK', inForeignKey && 'FK', inUniqueKey && 'UK'].filter(Boolean).join(', ');
  return [type, name, keys, nullable && '"null"'].filter(Boolean).join(' ');
}
