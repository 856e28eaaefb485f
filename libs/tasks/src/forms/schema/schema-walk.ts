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

/** In place of `true` and `false`, which hold nothing. */
export const BOOLEAN: SchemaNode['schema'] = {};

/** Every schema of a schema in the order of the text, itself first; it stops below `deepest` levels. */
export function walkSchema(root: Readonly<Record<string, unknown>>, deepest: number): SchemaNode[] {
  const nodes: SchemaNode[] = [];
  const visit = (schema: unknown, path: (string | number)[], depth: number): SchemaNode | undefined => {
    if (typeof schema === 'boolean') {
      const leaf = { schema: BOOLEAN, path, ref: refOf(path), depth: depth - 1, parts: [] };
      nodes.push(leaf);
      return leaf;
    }
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

/** What a reference such as `#/$defs/address` leads to in a schema. */
export function partAt(root: unknown, ref: string): unknown {
  if (ref === '#') return root;
  if (!ref.startsWith('#/')) return undefined;
  return decodedRef(ref)
    .split('/')
    .slice(1)
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'))
    .reduce<unknown>(
      (node, part) =>
        typeof node === 'object' && node !== null && Object.hasOwn(node, part)
          ? (node as Record<string, unknown>)[part]
          : undefined,
      root,
    );
}

/** A reference as `SchemaNode.ref` is written. */
export function decodedRef(ref: string): string {
  try {
    return decodeURIComponent(ref);
  } catch {
    return ref;
  }
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
