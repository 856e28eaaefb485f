import { isNote, keywordProblem, ONE_SCHEMA, SCHEMA_LIST, SCHEMA_MAP } from '../schema/schema-keywords';
import { isRecord } from '../schema/schema-walk';
import type { JsonSchema } from '../field/form-field';
import { withOwnFormat } from './foreign-formats';
import { withBounds, withDependents, withListKeywords, withNull } from './older-keywords';
import { withUsablePattern } from './usable-pattern';

/** What an older draft, OpenAPI 3.0 or a schema library wrote, in the order in which one thing builds on another. */
const STEPS = [withListKeywords, withDependents, withBounds, withNull, withOwnFormat, withUsablePattern];
/** The drafts in which nothing but the reference counts beside a `$ref`. */
const LONE_REFERENCES = /^https?:\/\/json-schema\.org\/draft-0[4-7]\/schema#?$/;
const KNOWN_DRAFTS =
  /^https?:\/\/json-schema\.org\/(?:draft-0[4-7]|draft\/2019-09|draft\/2020-12)\/schema#?$/;

interface Dialect {
  loneReferences: boolean;
  /** The schema's own address, which references may begin with. */
  address: string | null;
}

/**
 * A schema of draft 4 to 2019-09 or OpenAPI 3.0 as JSON Schema 2020-12, where that does not change what it means. What
 * cannot be said in 2020-12 stays as it is, so that `schemaProblems` names it; what means nothing is left out.
 * @param deepest levels below which nothing is converted
 */
export function convertedSchema(schema: JsonSchema, deepest: number): JsonSchema {
  const { $schema, $id, id, ...rest } = schema;
  const draft = typeof $schema === 'string' && KNOWN_DRAFTS.test($schema) ? $schema : null;
  const address = [$id, id].find((name): name is string => typeof name === 'string') ?? null;
  const dialect: Dialect = { loneReferences: LONE_REFERENCES.test(draft ?? ''), address };
  const kept = {
    ...($schema !== undefined && draft === null ? { $schema } : {}),
    ...($id !== undefined && typeof $id !== 'string' ? { $id } : {}),
  };
  return { ...kept, ...(converted(rest, dialect, deepest) as JsonSchema) };
}

function converted(node: unknown, dialect: Dialect, levels: number): unknown {
  if (!isRecord(node) || levels < 0) return node;
  const plain = STEPS.reduce<JsonSchema>((schema, step) => step(schema), referring(node, dialect));
  const inner = (part: unknown) => converted(part, dialect, levels - 1);
  return Object.fromEntries(
    Object.entries(plain)
      .filter(([keyword]) => !isIgnored(keyword))
      .map(([keyword, value]) => [keyword, mapped(keyword, value, inner)]),
  );
}

function mapped(keyword: string, value: unknown, inner: (part: unknown) => unknown): unknown {
  if (ONE_SCHEMA.has(keyword)) return inner(value);
  if (SCHEMA_LIST.has(keyword) && Array.isArray(value)) return value.map(inner);
  if (!SCHEMA_MAP.has(keyword) || !isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, inner(part)]));
}

/** A keyword that JSON Schema does not know and that nothing speaks against. */
function isIgnored(keyword: string): boolean {
  return keywordProblem(keyword) === null && keywordProblem(keyword, 'none') !== null;
}

function referring(node: JsonSchema, { loneReferences, address }: Dialect): JsonSchema {
  const { $ref } = node;
  if (typeof $ref !== 'string') return node;
  if ($ref === address) return { ...node, $ref: '#' };
  const local = address !== null && $ref.startsWith(`${address.replace(/#$/, '')}#`);
  const schema = { ...node, $ref: local ? $ref.slice($ref.indexOf('#')) : $ref };
  if (!loneReferences) return schema;
  return Object.fromEntries(
    Object.entries(schema).filter(([keyword]) => keyword === '$ref' || isNote(keyword)),
  );
}
