import type { JsonSchema } from '../field/form-field';
import type { FormProblem } from '../field/form-problem';
import { everySchema, itemSchemas, propertySchemas } from '../schema/schema-places';
import { isRecord } from '../schema/schema-walk';

const TEXTS = ['color', 'date', 'date-time', 'email', 'radio', 'select', 'text', 'textarea', 'time', 'uri'];
const NUMBERS = ['radio', 'range', 'select', 'text', 'updown'];

/** What can draw a value of a type. */
const DRAWN_BY: Readonly<Record<string, readonly string[]>> = {
  array: ['checkboxes', 'select'],
  boolean: ['checkbox', 'radio', 'select'],
  integer: NUMBERS,
  number: NUMBERS,
  string: TEXTS,
};

type Path = (string | number)[];

/** Widgets that cannot draw the field that the layout names them for. */
export function widgetProblems(schema: JsonSchema, layout: unknown): FormProblem[] {
  return isRecord(layout) ? problemsAt(schema, everySchema(schema, schema), layout, ['uiSchema']) : [];
}

function problemsAt(
  root: JsonSchema,
  schemas: readonly JsonSchema[],
  layout: JsonSchema,
  path: Path,
): FormProblem[] {
  const inner = propertySchemas(root, schemas);
  const below = Object.entries(layout).flatMap(([name, own]) => {
    if (!isRecord(own) || name.startsWith('ui:')) return [];
    const part = inner.get(name) ?? (name === 'items' ? itemSchemas(root, schemas, 0) : []);
    return problemsAt(root, part, own, [...path, name]);
  });
  return [...problemsOf(schemas, layout, path), ...below];
}

function problemsOf(schemas: readonly JsonSchema[], layout: JsonSchema, path: Path): FormProblem[] {
  const options = isRecord(layout['ui:options']) ? layout['ui:options'] : {};
  const widget = layout['ui:widget'] ?? options.widget;
  const type = typeOf(schemas);
  const able = type === undefined ? undefined : DRAWN_BY[type];
  if (typeof widget !== 'string' || able === undefined || able.includes(widget)) return [];
  return [
    {
      path: [...path, 'ui:widget'],
      message: `does not draw a value of the type ${type}; use ${able.join(', ')}`,
    },
  ];
}

/** The one type of a field, `null` aside; undefined where it has several or does not say. */
function typeOf(schemas: readonly JsonSchema[]): string | undefined {
  const given = schemas.map(({ type }) => type).find((type) => type !== undefined);
  const types = [given].flat().filter((type) => type !== 'null');
  return types.length === 1 && typeof types[0] === 'string' ? types[0] : undefined;
}
