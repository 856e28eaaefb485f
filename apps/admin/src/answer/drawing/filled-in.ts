import { isRecord } from '../../interface/values/is-record';
import { type Path, pointerOf } from './field-ids';
import type { ShapeOf } from './form-shape';
import type { Schema } from './schema-keywords';

type Layout = Record<string, unknown>;

/** Defaults can bring fields with defaults of their own; as deep as conditions may hang on each other. */
const rounds = 10;

interface Filling {
  shapeOf: ShapeOf;
  /** Pointers of the places that were drawn before: an empty one was emptied, so no default comes back. */
  known: ReadonlySet<string>;
}

/** The data with the defaults of places that are drawn for the first time, and `false` for their boxes. */
export function filledIn(drawn: Schema, layout: Layout, data: unknown, filling: Filling): unknown {
  let filled = data;
  for (let round = 0; round < rounds; round += 1) {
    const next = fill(drawn, layout, filled, [], filling);
    if (next === filled) return filled;
    filled = next;
  }
  return filled;
}

/** The pointers of all places that are drawn for some data. */
export function placesOf(drawn: Schema, data: unknown, shapeOf: ShapeOf): Set<string> {
  const places = new Set<string>();
  const visit = (part: unknown, value: unknown, path: Path): void => {
    places.add(pointerOf(path));
    for (const [name, inner, member] of insideOf(shapeOf, part, value, path))
      visit(inner, member, [...path, name]);
  };
  visit(drawn, data, []);
  return places;
}

function fill(part: unknown, layout: Layout, given: unknown, path: Path, filling: Filling): unknown {
  const { shapeOf, known } = filling;
  const { schema } = shapeOf(part, given, path);
  const preset = presetOf(schema, layout);
  const fresh = given === undefined && !known.has(pointerOf(path));
  const fixed = schema.readOnly === true && preset !== undefined && !same(given, preset);
  const value = preset !== undefined && (fresh || fixed) ? preset : given;
  let filled = value;
  for (const [name, inner, member] of insideOf(shapeOf, part, value, path)) {
    const next = fill(inner, layoutOf(layout, name), member, [...path, name], filling);
    if (next !== member) filled = withMember(filled, name, next);
  }
  return filled;
}

function presetOf(schema: Schema, layout: Layout): unknown {
  if (schema['x-default'] !== undefined) return schema['x-default'];
  return schema.type === 'boolean' && layout['ui:widget'] === 'checkbox' ? false : undefined;
}

type Inside = [name: string | number, part: unknown, value: unknown];

function insideOf(shapeOf: ShapeOf, part: unknown, value: unknown, path: Path): Inside[] {
  const { kind, fields, schema } = shapeOf(part, value, path);
  const rows: unknown[] = Array.isArray(value) ? value : [];
  if (kind === 'list') return rows.map((row, index) => [index, schema.items, row]);
  if (kind === 'tuple') {
    const prefix = Object.values(fields);
    const length = Math.max(prefix.length, rows.length);
    return Array.from({ length }, (_, index) => [index, prefix[index] ?? schema['x-rest'], rows[index]]);
  }
  const members = isRecord(value) ? value : {};
  return Object.entries(fields).map(([name, inner]) => [
    name,
    inner,
    Object.hasOwn(members, name) ? members[name] : undefined,
  ]);
}

function withMember(whole: unknown, name: string | number, value: unknown): unknown {
  if (typeof name === 'string') return Object.fromEntries([...Object.entries(whole ?? {}), [name, value]]);
  const rows: unknown[] = Array.isArray(whole) ? [...(whole as unknown[])] : [];
  rows[name] = value;
  return Array.from(rows);
}

function layoutOf(layout: Layout, name: string | number): Layout {
  const inner = layout[typeof name === 'number' ? 'items' : name];
  return isRecord(inner) ? inner : {};
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
