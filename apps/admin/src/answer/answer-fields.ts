import { isRecord } from '../interface/values/is-record';
import { resolved } from './validation/schema-location';

type Schema = Record<string, unknown>;

/** A part of a form: its schema and layout, and the schema that references start from. */
export interface Part {
  root: unknown;
  schema: unknown;
  layout: unknown;
  title?: string | undefined;
}

/** The schemas that speak of a part: its own, what it refers to, and the branches of it that may apply. */
export function partsOf({ root, schema }: Part, data: unknown, seen = new Set<unknown>()): Schema[] {
  // A form may refer to itself, and its branches to each other.
  if (seen.has(schema)) return [];
  seen.add(schema);
  const own = resolved(root, schema);
  const branches = [own.allOf, own.oneOf, own.anyOf, [own.then, own.else], valuesOf(own.dependentSchemas)];
  const further = branches.flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []));
  const fitting = further.filter(isRecord).filter((branch) => mayBe(resolved(root, branch), data));
  return [own, ...fitting.flatMap((branch) => partsOf({ root, schema: branch, layout: null }, data, seen))];
}

/** A field of an object or an item of a list, with the title that the form gives it. */
export function fieldOf(part: Part, key: string | number, data: unknown): Part {
  const layout = isRecord(part.layout) ? part.layout[typeof key === 'number' ? 'items' : key] : undefined;
  const found = partsOf(part, data)
    .map((schema) => (typeof key === 'number' ? itemOf(schema, key) : memberOf(schema.properties, key)))
    .filter(isRecord);
  // What several branches say of one field counts together.
  const schema = found.length > 1 ? { allOf: found } : found[0];
  const field = { root: part.root, schema, layout };
  return { ...field, title: titleOf(field) };
}

/** What the form calls this value where it offered it as a choice. */
export function titledOption(part: Part, value: unknown): string | null {
  if (typeof value === 'object' && value !== null) return null;
  for (const schema of partsOf(part, undefined)) {
    const options = [schema.oneOf, schema.anyOf].flatMap((list) =>
      Array.isArray(list) ? (list as unknown[]) : [],
    );
    const option = options.filter(isRecord).find((one) => 'const' in one && one.const === value);
    if (typeof option?.title === 'string') return option.title;
    const names = isRecord(part.layout) ? part.layout['ui:enumNames'] : undefined;
    const name: unknown =
      Array.isArray(names) && Array.isArray(schema.enum) ? names[schema.enum.indexOf(value)] : undefined;
    if (typeof name === 'string') return name;
  }
  return null;
}

function titleOf({ root, schema, layout }: Part): string | undefined {
  const titles = [
    isRecord(layout) ? layout['ui:title'] : undefined,
    ...partsOf({ root, schema, layout }, undefined).map(({ title }) => title),
  ];
  return titles.find((title): title is string => typeof title === 'string' && title !== '');
}

/** A branch is none of this data's if it asks for a constant that the data does not have. */
function mayBe({ properties }: Schema, data: unknown): boolean {
  if (!isRecord(data) || !isRecord(properties)) return true;
  return Object.entries(properties).every(
    ([key, field]) => !isRecord(field) || !('const' in field) || !(key in data) || field.const === data[key],
  );
}

function itemOf({ items, prefixItems }: Schema, index: number): unknown {
  const listed = Array.isArray(prefixItems) ? (prefixItems[index] as unknown) : undefined;
  return listed ?? items;
}

function memberOf(properties: unknown, key: string): unknown {
  return isRecord(properties) && Object.hasOwn(properties, key) ? properties[key] : undefined;
}

function valuesOf(value: unknown): unknown[] {
  return isRecord(value) ? Object.values(value) : [];
}
