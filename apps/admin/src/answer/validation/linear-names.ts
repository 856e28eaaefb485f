import { linearTest } from './linear-schema';
import { isRecord } from '../../interface/values/is-record';

type Schema = Record<string, unknown>;

/** Keywords that hold schemas by name. */
const maps = new Set(['$defs', 'definitions', 'dependentSchemas', 'properties']);
/** Keywords whose content is data, whatever it looks like. */
const data = new Set(['const', 'default', 'enum', 'examples']);
const nothing = '[^\\s\\S]';

/** Whether any name in a schema is a pattern; nearly no form has one. */
export function hasPatternNames(schema: object): boolean {
  return JSON.stringify(schema).includes('"patternProperties"');
}

/** Every name that the answer, or a default, gives to something. */
export function namesIn(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const part of value) namesIn(part, found);
  if (!isRecord(value)) return found;
  for (const [name, part] of Object.entries(value)) namesIn(part, found.add(name));
  return found;
}

/**
 * A copy of a schema in whose `patternProperties` each pattern is a list of the names that it fits by RE2, as on the
 * server: libraries match names with the browser's own engine, which could take forever for a pattern that the server
 * accepts.
 */
export function linearNames(schema: Schema, names: ReadonlySet<string>): Schema {
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      if (data.has(key)) return [key, value];
      if (key === 'patternProperties' && isRecord(value)) return [key, byNames(value, names)];
      if (maps.has(key) && isRecord(value)) return [key, mapped(value, names)];
      return [key, inside(value, names)];
    }),
  );
}

function byNames(patterns: Schema, names: ReadonlySet<string>): Schema {
  const listed: Schema = {};
  for (const [pattern, schema] of Object.entries(mapped(patterns, names))) {
    const fits = linearTest(pattern);
    const list = listOf([...names].filter(fits));
    listed[list] = Object.hasOwn(listed, list) ? { allOf: [listed[list], schema] } : schema;
  }
  return listed;
}

function mapped(schemas: Schema, names: ReadonlySet<string>): Schema {
  return Object.fromEntries(Object.entries(schemas).map(([name, part]) => [name, inside(part, names)]));
}

function inside(value: unknown, names: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((part) => inside(part, names));
  return isRecord(value) ? linearNames(value, names) : value;
}

function listOf(names: readonly string[]): string {
  if (names.length === 0) return nothing;
  return `^(?:${names.map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|')})$`;
}
