import { uploadedName } from '../attachments/attachment-upload';
import { isRecord } from '../interface/values/is-record';
import { readableKey } from '../interface/values/readable';

export interface Answer {
  key: string;
  label: string;
  value: unknown;
}

/** The answers in the order of the form, with its labels; options by their label, not their value. */
export function describeAnswers(data: unknown, schema: unknown): Answer[] {
  if (!isRecord(data))
    return data === null || data === undefined ? [] : [{ key: 'value', label: 'Value', value: data }];
  const properties = isRecord(schema) && isRecord(schema.properties) ? schema.properties : {};
  const keys = [...new Set([...Object.keys(properties), ...Object.keys(data)])];
  return keys
    .filter((key) => Object.hasOwn(data, key))
    .map((key) => {
      const field = isRecord(properties[key]) ? properties[key] : {};
      const label = typeof field.title === 'string' && field.title !== '' ? field.title : readableKey(key);
      return { key, label, value: describeValue(data[key], field) };
    });
}

function describeValue(value: unknown, field: Record<string, unknown>): unknown {
  if (field.format === 'attachment-id') return uploadedName(String(value)) ?? 'Attached file';
  if (!Array.isArray(value)) return optionLabel(value, field) ?? value;
  const items = isRecord(field.items) ? field.items : {};
  return value.map((item: unknown) => describeValue(item, items));
}

function optionLabel(value: unknown, { oneOf }: Record<string, unknown>): string | null {
  if (!Array.isArray(oneOf)) return null;
  const option = oneOf.filter(isRecord).find((candidate) => candidate.const === value);
  return typeof option?.title === 'string' ? option.title : null;
}
