import { isRecord } from '@orkestra/core';
import { escapePointer, ONE_SCHEMA, SCHEMA_LIST, SCHEMA_MAP } from './schema-keywords';

/** A schema inside a schema. */
export interface SchemaNode {
  schema: Readonly<Record<string, unknown>>;
  path: (string | number)[];
  /** `#` and the JSON pointer of the path. */
  ref: string;
  depth: number;
  /** What stands inside, but for definitions, which count where they are referred to. */
  parts: SchemaNode[];
}

/** Every schema of a schema in the order of the text, itself first; it stops below `deepest` levels. */
export function walkSchema(root: Readonly<Record<string, unknown>>, deepest: number): SchemaNode[] {
  const nodes: SchemaNode[] = [];
  const visit = (schema: unknown, path: (string | number)[], depth: number): SchemaNode | undefined => {
    if (!isRecord(schema)) return undefined;
    const node: SchemaNode = { schema, path, ref: refOf(path), depth, parts: [] };
    nodes.push(node);
    if (depth > deepest) return node;
    for (const [keyword, value] of Object.entries(schema)) {
      const inner = schemasOf(keyword, value).map(({ part, at }) =>
        visit(part, [...path, keyword, ...at], depth + 1),
      );
      if (keyword === '$defs' || keyword === 'definitions') continue;
      node.parts.push(...inner.filter((part) => part !== undefined));
    }
    return node;
  };
  visit(root, [], 0);
  return nodes;
}

function schemasOf(keyword: string, value: unknown): { part: unknown; at: (string | number)[] }[] {
  if (ONE_SCHEMA.has(keyword)) return [{ part: value, at: [] }];
  if (SCHEMA_LIST.has(keyword) && Array.isArray(value)) {
    return value.map((part: unknown, index) => ({ part, at: [index] }));
  }
  if (SCHEMA_MAP.has(keyword) && isRecord(value)) {
    return Object.entries(value).map(([name, part]) => ({ part, at: [name] }));
  }
  return [];
}

function refOf(path: readonly (string | number)[]): string {
  return ['#', ...path.map((part) => escapePointer(String(part)))].join('/');
}

export { isRecord };
