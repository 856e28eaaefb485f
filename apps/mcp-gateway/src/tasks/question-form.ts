import type { JsonSchema } from '@orkestra/tasks';
import { limitText } from '../protocol/foreign-text';
import type { QuestionForm } from '../protocol/question';

type Field = QuestionForm['properties'][string];

const LONGEST_TITLE = 200;
const MOST_OPTIONS = 100;
const FORMATS = ['email', 'uri', 'date', 'date-time'] as const;

/**
 * The form of a task as clients can show it: flat fields that hold one value each. What a person need not fill is
 * left out where it is more than that.
 * @returns null when something that is needed cannot be asked
 */
export function questionForm(schema: JsonSchema): QuestionForm | null {
  const { properties = {}, required = [], allOf, anyOf, oneOf } = schema as Parts;
  // Conditions and alternatives say what is needed only while the form is being filled.
  if (allOf !== undefined || anyOf !== undefined || oneOf !== undefined || schema['if'] !== undefined)
    return null;
  const fields: [string, Field][] = [];
  for (const [name, part] of Object.entries(properties)) {
    if (part['readOnly'] === true) continue;
    const field = 'x-showWhen' in part ? null : fieldOf(part);
    if (field !== null) fields.push([name, field]);
    else if (required.includes(name)) return null;
  }
  const asked = fields.map(([name]) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(fields),
    required: required.filter((name) => asked.includes(name)),
  };
}

interface Parts {
  properties?: Record<string, JsonSchema>;
  required?: string[];
  allOf?: unknown;
  anyOf?: unknown;
  oneOf?: unknown;
}

function fieldOf(part: JsonSchema): Field | null {
  const title = typeof part['title'] === 'string' ? { title: limitText(part['title'], LONGEST_TITLE) } : {};
  switch (part['type']) {
    case 'boolean':
      return { type: 'boolean', ...title, ...fallback(part, 'boolean') };
    case 'number':
    case 'integer':
      return {
        type: part['type'],
        ...title,
        ...numbers(part, { minimum: 'minimum', maximum: 'maximum' }),
        ...fallback(part, 'number'),
      };
    case 'string':
      return text(part, title);
    default:
      return null;
  }
}

function text(part: JsonSchema, title: { title?: string }): Field | null {
  const choice = choices(part);
  if (choice === null) return null;
  if (choice.length > 0) {
    const values = { enum: choice.map(({ value }) => value), enumNames: choice.map(({ label }) => label) };
    return { type: 'string', ...title, ...values, ...fallback(part, 'string') };
  }
  const format = part['format'] === undefined ? undefined : FORMATS.find((known) => known === part['format']);
  if (part['format'] !== undefined && format === undefined) return null;
  return {
    type: 'string',
    ...title,
    ...numbers(part, { minLength: 'minLength', maxLength: 'maxLength' }),
    ...(format === undefined ? {} : { format }),
    ...fallback(part, 'string'),
  };
}

/** Empty where any text will do; null where the choices are not plain texts, or too many. */
function choices({ oneOf, enum: values }: JsonSchema): { value: string; label: string }[] | null {
  const options = Array.isArray(oneOf)
    ? oneOf
    : Array.isArray(values)
      ? values.map((value: unknown) => ({ const: value }))
      : [];
  const found = (options as { const?: unknown; title?: unknown }[]).flatMap(({ const: value, title }) =>
    typeof value === 'string'
      ? [{ value, label: typeof title === 'string' ? limitText(title, LONGEST_TITLE) : value }]
      : [],
  );
  return found.length === options.length && found.length <= MOST_OPTIONS ? found : null;
}

function numbers(part: JsonSchema, names: Record<string, string>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(names).flatMap(([from, to]) => (typeof part[from] === 'number' ? [[to, part[from]]] : [])),
  );
}

function fallback<T extends 'boolean' | 'number' | 'string'>(part: JsonSchema, type: T): object {
  return typeof part['default'] === type ? { default: part['default'] } : {};
}
