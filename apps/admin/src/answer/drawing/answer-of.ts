import { isRecord } from '../../interface/values/is-record';
import type { Path } from './field-ids';
import type { Shape, ShapeOf } from './form-shape';
import type { Schema } from './schema-keywords';

/**
 * What is sent: the fields that a person sees, with what they hold. An empty field is left out, and so is an optional
 * group or list that nobody began; an empty field that is required and may be `null` is `null`.
 */
export function answerOf(drawn: Schema, data: unknown, shapeOf: ShapeOf): Record<string, unknown> {
  const answer = valueOf(drawn, data, [], true, shapeOf);
  return isRecord(answer) ? answer : {};
}

function valueOf(part: unknown, value: unknown, path: Path, required: boolean, shapeOf: ShapeOf): unknown {
  const shape = shapeOf(part, value, path);
  const answer = shape.nullable && value === null ? null : partsOf(shape, value, path, required, shapeOf);
  if (answer !== undefined || !required || !shape.nullable) return answer;
  return null;
}

function partsOf(shape: Shape, value: unknown, path: Path, required: boolean, shapeOf: ShapeOf): unknown {
  const inside = (part: unknown, member: unknown, name: string | number, must: boolean): unknown =>
    valueOf(part, member, [...path, name], must, shapeOf);
  if (shape.kind === 'object') return objectOf(shape, value, required && !shape.nullable, inside);
  if (shape.kind === 'list') return listOf(shape, value, required, inside);
  if (shape.kind === 'tuple') return tupleOf(shape, value, inside);
  return value === undefined ? undefined : value;
}

type InsideOf = (part: unknown, member: unknown, name: string | number, must: boolean) => unknown;

function objectOf(shape: Shape, value: unknown, required: boolean, inside: InsideOf): unknown {
  if (value !== undefined && !isRecord(value)) return value;
  const { fields, consts } = shape;
  const members = value ?? {};
  const answered = Object.entries(fields).flatMap(([name, part]) => {
    const member = Object.hasOwn(members, name) ? members[name] : undefined;
    const answer = inside(part, member, name, shape.required.has(name));
    return answer === undefined ? [] : [[name, answer] as const];
  });
  // A chosen alternative was chosen; one that only stands there first counts once something is written.
  const chosen = Object.keys(consts).some(
    (name) => Object.hasOwn(members, name) && members[name] === consts[name],
  );
  const begun = required || answered.length > 0 || chosen;
  const answer = Object.fromEntries([...answered, ...(begun ? Object.entries(consts) : [])]);
  return required || !isUntouched(shape, answer) ? answer : undefined;
}

/** Whether an optional group holds nothing but what it opened with, and is no whole answer. */
function isUntouched({ fields, required, consts }: Shape, answer: Schema): boolean {
  const names = Object.keys(answer);
  if (names.length === 0) return true;
  const opened = names.every((name) => {
    const field = fields[name];
    if (Object.hasOwn(consts, name)) return true;
    return isRecord(field) && 'x-default' in field && same(field['x-default'], answer[name]);
  });
  return opened && [...required].some((name) => !Object.hasOwn(answer, name));
}

function listOf({ schema, nullable }: Shape, value: unknown, required: boolean, inside: InsideOf): unknown {
  const least = typeof schema.minItems === 'number' ? schema.minItems : 0;
  if (value === undefined) return required && least === 0 && !nullable ? [] : undefined;
  if (!Array.isArray(value)) return value;
  if (value.length === 0 && least > 0 && !required) return undefined;
  return value.map((row: unknown, index) => inside(schema.items, row, index, true) ?? null);
}

function tupleOf({ fields, schema }: Shape, value: unknown, inside: InsideOf): unknown {
  if (!Array.isArray(value)) return value;
  const prefix = Object.values(fields);
  const rows = value.map((row: unknown, index) =>
    inside(prefix[index] ?? schema['x-rest'], row, index, false),
  );
  const length = rows.findLastIndex((row) => row !== undefined && row !== null) + 1;
  return length === 0 ? undefined : rows.slice(0, length).map((row) => row ?? null);
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
