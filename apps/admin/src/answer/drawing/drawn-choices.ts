import { isRecord } from '../../interface/values/is-record';
import { readableKey } from '../../interface/values/readable';
import { type Schema, schemasOf, without } from './schema-keywords';

/**
 * A schema of fixed values as a list of choices with names: `enum`, `const`, or alternatives that are one value each.
 * `null` is no choice, it is the empty field; null when the schema is no such list.
 */
export function asChoices(schema: Schema): Schema | null {
  const options = optionsOf(schema);
  if (options === null) return null;
  const given = options.filter(({ value }) => value !== null);
  const nullable = given.length < options.length || hasNull(schema.type);
  if (given.length === 0) return null;
  const rest = without(schema, 'enum', 'const', 'oneOf', 'anyOf', 'type');
  // The control hands on the value whatever its type; a text's control is the one that has options.
  const type = given.every(({ value }) => typeof value === 'boolean') ? 'boolean' : 'string';
  if (type === 'boolean' && !named(options)) return { ...rest, type, ...(nullable ? nullableMark : {}) };
  const oneOf = given.map(({ value, title }) => ({ const: value, title: title ?? describe(value) }));
  return { ...rest, type, oneOf, ...(nullable ? nullableMark : {}) };
}

/** Says that an empty field may stand for `null`. */
export const nullableMark = { 'x-nullable': true } as const;

export function isChoice(schema: Schema): boolean {
  if (!Array.isArray(schema.oneOf)) return false;
  return schema.oneOf.every((option) => isRecord(option) && 'const' in option);
}

interface Option {
  value: unknown;
  title?: string | undefined;
}

function optionsOf(schema: Schema): Option[] | null {
  if (Array.isArray(schema.enum)) return schema.enum.map((value: unknown) => ({ value }));
  if ('const' in schema) return [{ value: schema.const }];
  for (const alternatives of [schema.oneOf, schema.anyOf]) {
    const options = schemasOf(alternatives).map(optionOf);
    if (options.length > 0 && options.every((option) => option !== null)) return options.flat();
  }
  return null;
}

function optionOf(schema: Schema): Option[] | null {
  if ('const' in schema) return [{ value: schema.const, title: titleOf(schema) }];
  if (schema.type === 'null') return [{ value: null }];
  if (!Array.isArray(schema.enum)) return null;
  const [only] = schema.enum as unknown[];
  if (schema.enum.length === 1) return [{ value: only, title: titleOf(schema) }];
  return schema.enum.map((value: unknown) => ({ value }));
}

function titleOf({ title }: Schema): string | undefined {
  return typeof title === 'string' && title !== '' ? title : undefined;
}

function named(options: readonly Option[]): boolean {
  return options.some(({ title }) => title !== undefined);
}

function hasNull(type: unknown): boolean {
  return Array.isArray(type) && type.includes('null');
}

/** A value in the few words of a choice. */
function describe(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (Array.isArray(value)) return value.length === 0 ? 'None' : value.map(describe).join(', ');
  if (!isRecord(value)) return String(value);
  const facts = Object.entries(value).map(([key, part]) => `${readableKey(key)} ${describe(part)}`);
  return facts.length === 0 ? 'Nothing' : facts.join(', ');
}
