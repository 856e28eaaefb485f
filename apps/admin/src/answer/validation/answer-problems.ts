import { type FieldError, pointerSegments } from '../../errors/field-errors';
import { isRecord } from '../../interface/values/is-record';
import type { Path } from '../drawing/field-ids';
import type { ShapeOf } from '../drawing/form-shape';
import type { Schema } from '../drawing/schema-keywords';
import { formErrors } from './form-validator';
import { NO_KIND_FITS } from './validation.words';

/** What is wrong with an answer, in the terms of the page: about the chosen alternative, and about empty rows. */
export function answerProblems(
  schema: Schema,
  drawn: Schema,
  answer: unknown,
  shapeOf: ShapeOf,
): FieldError[] {
  return formErrors(schema, answer).flatMap((problem) => {
    const { pointer, message } = problem;
    const place = placeAt(drawn, answer, pointerSegments(pointer), shapeOf);
    if (place?.value === null) return [{ pointer, message: 'Please fill this in.' }];
    if (message !== NO_KIND_FITS || !place?.chosen) return [problem];
    const inner = formErrors(place.chosen, place.value);
    if (inner.length === 0) return [problem];
    return inner.map((error) => ({ pointer: `${pointer}${error.pointer}`, message: error.message }));
  });
}

interface Found {
  value: unknown;
  chosen: Schema | null;
}

function placeAt(part: unknown, value: unknown, names: readonly string[], shapeOf: ShapeOf): Found | null {
  let [schema, held, path] = [part, value, [] as Path];
  for (const name of names) {
    const { kind, fields, schema: whole } = shapeOf(schema, held, path);
    const rows: unknown[] = Array.isArray(held) ? held : [];
    const index = Number(name);
    schema = kind === 'list' ? whole.items : (fields[name] ?? whole['x-rest']);
    held = isRecord(held) ? held[name] : rows[index];
    path = [...path, kind === 'object' ? name : index];
    if (schema === undefined) return null;
  }
  return { value: held, chosen: shapeOf(schema, held, path).chosen };
}
