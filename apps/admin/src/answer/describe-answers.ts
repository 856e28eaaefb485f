import { uploadedName } from '../attachments/attachment-upload';
import { isRecord } from '../interface/values/is-record';
import { readableKey } from '../interface/values/readable';
import { fieldOf, type Part, partsOf, titledOption } from './answer-fields';

/** A value as the form showed it: fields with their labels, a list, a moment, or what it is. */
export type Described =
  | { kind: 'fields'; fields: Answer[] }
  | { kind: 'items'; items: Described[] }
  | { kind: 'moment'; at: string }
  | { kind: 'plain'; value: unknown };

export interface Answer {
  key: string;
  label: string;
  value: Described;
}

/**
 * The answers in the order of the form, with its labels; options by their label, not their value. What lies inside
 * objects and lists reads in the same way.
 */
export function describeAnswers(data: unknown, schema: unknown, layout?: unknown): Answer[] {
  if (data === null || data === undefined) return [];
  const root: Part = { root: schema, schema, layout };
  if (isRecord(data)) return describeFields(data, root);
  return [{ key: 'value', label: 'Value', value: describeValue(data, root) }];
}

function describeFields(data: Record<string, unknown>, part: Part): Answer[] {
  const shown = Object.keys(data).filter((key) => data[key] !== undefined);
  return inOrder(shown, part, data).map((key) => {
    const field = fieldOf(part, key, data);
    return { key, label: field.title ?? readableKey(key), value: describeValue(data[key], field) };
  });
}

/** As the layout says, else as the schema does; what neither knows comes last. */
function inOrder(keys: string[], part: Part, data: unknown): string[] {
  const named = part.layout && isRecord(part.layout) ? part.layout['ui:order'] : undefined;
  const ordered: unknown[] = Array.isArray(named) ? named : [];
  const known = partsOf(part, data).flatMap(({ properties }) =>
    isRecord(properties) ? Object.keys(properties) : [],
  );
  return [...new Set([...ordered, ...known, ...keys])].filter(
    (key): key is string => typeof key === 'string' && keys.includes(key),
  );
}

function describeValue(value: unknown, part: Part): Described {
  const option = titledOption(part, value);
  if (option !== null) return { kind: 'plain', value: option };
  if (Array.isArray(value)) {
    const items = value.map((item: unknown, index) => describeValue(item, fieldOf(part, index, value)));
    return { kind: 'items', items };
  }
  if (isRecord(value)) return { kind: 'fields', fields: describeFields(value, part) };
  const format = partsOf(part, value).find((one) => one.format !== undefined)?.format;
  if (format === 'attachment-id')
    return { kind: 'plain', value: uploadedName(String(value)) ?? 'Attached file' };
  if (format === 'date-time' && typeof value === 'string') return { kind: 'moment', at: value };
  return { kind: 'plain', value };
}
