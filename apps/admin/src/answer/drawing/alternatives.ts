import { isRecord } from '../../interface/values/is-record';
import { nullableMark } from './drawn-choices';
import { type Schema, schemasOf, without } from './schema-keywords';

const scalars = new Set(['string', 'number', 'integer', 'boolean']);
const typeTitles: Record<string, string> = {
  string: 'Text',
  number: 'Number',
  integer: 'Whole number',
  boolean: 'Yes or no',
  array: 'List',
  object: 'Fields',
};
const notes = ['title', 'description', 'default', 'examples', 'readOnly', 'deprecated', 'x-nullable'];

/** One schema per type where a schema lists several, so that a person can say which they mean; null aside. */
export function byType(schema: Schema): Schema {
  if (!Array.isArray(schema.type)) return schema;
  const types = schema.type.filter((type) => type !== 'null') as string[];
  const mark = types.length < schema.type.length ? nullableMark : {};
  const [first, ...more] = types;
  const merged = first === undefined || isWholeOrNot(types);
  if (merged) return { ...schema, type: first === undefined ? 'null' : 'number', ...mark };
  if (more.length === 0) return { ...schema, type: first, ...mark };
  const rules = without(schema, 'type', ...notes);
  const anyOf = types.map((type) => ({ ...rules, type, title: typeTitles[type] ?? type }));
  const kept = Object.entries(schema).filter(([keyword]) => notes.includes(keyword));
  return { ...Object.fromEntries(kept), ...mark, anyOf };
}

/**
 * Alternatives as they are drawn. `null` beside one other is an empty field; alternatives that differ in rules alone, not
 * in what there is to fill in, need no choice between them: the check says what does not fit.
 */
export function asAlternatives(schema: Schema): Schema {
  const keyword = Array.isArray(schema.oneOf) ? 'oneOf' : 'anyOf';
  const all = schemasOf(schema[keyword]);
  if (all.length === 0) return without(schema, 'oneOf', 'anyOf');
  const rest = without(schema, 'oneOf', 'anyOf');
  const given = all.filter(({ type }) => type !== 'null');
  const mark = given.length < all.length || given.some((part) => part['x-nullable']) ? nullableMark : {};
  const [only, ...others] = given;
  if (only === undefined) return { ...rest, ...mark };
  if (others.length === 0) return { ...only, ...withoutEmpty(rest), ...mark };
  if (given.every((part) => !isDrawn(part))) return { ...rest, ...mark };
  const type = commonScalar(rest, given);
  if (type !== null) return { ...without(only, ...rulesOf(only)), ...withoutEmpty(rest), type, ...mark };
  return { ...rest, ...mark, oneOf: given.map((part, index) => named(part, index, given)) };
}

function isWholeOrNot(types: readonly string[]): boolean {
  return types.length === 2 && types.includes('number') && types.includes('integer');
}

/** Whether a part of a schema adds something to fill in. */
function isDrawn(part: Schema): boolean {
  return ['type', 'properties', 'items', 'oneOf', 'anyOf', 'allOf', 'if', 'x-prefix', 'x-const'].some(
    (keyword) => keyword in part,
  );
}

function commonScalar(rest: Schema, given: readonly Schema[]): string | null {
  if (given.some((part) => isRecord(part) && (part.oneOf || part.anyOf))) return null;
  const types = given.map((part) => String(part.type ?? rest.type));
  if (types.every((type) => type === types[0] && scalars.has(type))) return types[0] ?? null;
  return types.every((type) => type === 'number' || type === 'integer') ? 'number' : null;
}

/** Of alternatives of one type: what holds for the first alone. */
function rulesOf(schema: Schema): string[] {
  return Object.keys(schema).filter((keyword) => !['description'].includes(keyword));
}

function named(part: Schema, index: number, all: readonly Schema[]): Schema {
  if (typeof part.title === 'string' && part.title !== '') return part;
  const type = String(part.type);
  const alone = all.filter((other) => other.type === part.type).length === 1;
  return { ...part, title: alone && type in typeTitles ? typeTitles[type] : `Option ${index + 1}` };
}

function withoutEmpty(schema: Schema): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined));
}
