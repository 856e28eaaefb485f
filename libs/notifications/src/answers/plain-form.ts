import { isRecord } from '@orkestra/core';
import type { CompiledForm } from '@orkestra/tasks';

/** How a page without script draws a field. */
export type PlainControl =
  | { kind: 'text' | 'textarea' | 'email' | 'url' | 'date' | 'time' | 'datetime' | 'number' | 'boolean' }
  | { kind: 'choice' | 'choices'; options: readonly PlainOption[] };

interface PlainOption {
  value: string;
  label: string;
}

export interface PlainField {
  name: string;
  label: string;
  help: string | null;
  control: PlainControl;
  required: boolean;
  /** Only shown, and put back by the server whatever is sent. */
  readOnly: boolean;
  /** Whether it counts only if other fields say so; the server leaves it out otherwise. */
  conditional: boolean;
  value: unknown;
}

const MOST_FIELDS = 30;
const FORMATS: Readonly<
  Record<string, PlainControl['kind'] & ('email' | 'url' | 'date' | 'time' | 'datetime')>
> = {
  email: 'email',
  url: 'url',
  uri: 'url',
  date: 'date',
  time: 'time',
  'date-time': 'datetime',
};

/**
 * The fields of a form that a page without script can draw, in their order; null where one of them needs the app: lists of
 * things, files, free JSON, sensitive values.
 */
export function plainForm({ schema, uiSchema }: CompiledForm): PlainField[] | null {
  const { properties, required } = schema;
  if (!isRecord(properties)) return [];
  const named = Object.entries(properties);
  if (named.length > MOST_FIELDS) return null;
  const needed = Array.isArray(required) ? (required as unknown[]) : [];
  const order = Array.isArray(uiSchema['ui:order']) ? (uiSchema['ui:order'] as unknown[]) : [];
  const fields = named.map(([name, field]) => fieldOf(name, field, uiSchema[name], needed.includes(name)));
  if (fields.some((field) => field === null)) return null;
  const place = ({ name }: PlainField) => (order.includes(name) ? order.indexOf(name) : named.length);
  return (fields as PlainField[]).sort((one, other) => place(one) - place(other));
}

/** What a page has sent, as data of the form: what is empty is left out, and what is no number stays a text. */
export function plainData(
  fields: readonly PlainField[],
  sent: (name: string) => readonly string[],
): Record<string, unknown> {
  const given = fields.flatMap(({ name, control, readOnly }) => {
    const texts = sent(name).filter((text) => text !== '');
    return readOnly || texts.length === 0 ? [] : [[name, valueOf(control, texts)] as const];
  });
  return Object.fromEntries(given);
}

function fieldOf(name: string, field: unknown, layout: unknown, required: boolean): PlainField | null {
  if (!isRecord(field) || field['x-sensitive'] === true) return null;
  const drawn = isRecord(layout) ? layout : {};
  const control = controlOf(field, drawn);
  if (control === null) return null;
  return {
    name,
    label: typeof field['title'] === 'string' ? field['title'] : name,
    help: typeof drawn['ui:help'] === 'string' ? drawn['ui:help'] : null,
    control,
    required,
    readOnly: field['readOnly'] === true,
    conditional: field['x-showWhen'] !== undefined,
    value: field['default'],
  };
}

function controlOf(field: Record<string, unknown>, layout: Record<string, unknown>): PlainControl | null {
  if ('ui:field' in layout) return null;
  const options = optionsOf(field);
  if (options !== null) return { kind: 'choice', options };
  const { type, format } = field;
  if (type === 'boolean') return { kind: 'boolean' };
  if (type === 'number' || type === 'integer') return { kind: 'number' };
  if (type === 'array') {
    const items = isRecord(field['items']) ? optionsOf(field['items']) : null;
    return items === null ? null : { kind: 'choices', options: items };
  }
  if (type !== 'string') return null;
  if (typeof format === 'string') return FORMATS[format] === undefined ? null : { kind: FORMATS[format] };
  return { kind: layout['ui:widget'] === 'textarea' ? 'textarea' : 'text' };
}

/** Choices between texts: of numbers and other values a page would send texts back. */
function optionsOf({ oneOf, enum: values, type }: Record<string, unknown>): PlainOption[] | null {
  if (Array.isArray(oneOf)) {
    const options = oneOf.map((one: unknown) =>
      isRecord(one) && typeof one['const'] === 'string'
        ? { value: one['const'], label: typeof one['title'] === 'string' ? one['title'] : one['const'] }
        : null,
    );
    return options.every((option) => option !== null) ? options : null;
  }
  if (!Array.isArray(values) || (type !== undefined && type !== 'string')) return null;
  return values.every((value): value is string => typeof value === 'string')
    ? values.map((value) => ({ value, label: value }))
    : null;
}

function valueOf({ kind }: PlainControl, texts: readonly string[]): unknown {
  const [text = ''] = texts;
  switch (kind) {
    case 'choices':
      return texts;
    case 'boolean':
      return text === 'true';
    case 'number':
      return Number.isFinite(Number(text)) ? Number(text) : text;
    // The pages say that they mean UTC, and leave the seconds out where they are 0.
    case 'time':
      return `${text.length === 5 ? `${text}:00` : text}Z`;
    case 'datetime':
      return `${text.length === 16 ? `${text}:00` : text}Z`;
    default:
      return text;
  }
}
