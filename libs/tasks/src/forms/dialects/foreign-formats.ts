import { FORMAT_NAMES } from '../engine/form-formats';
import type { JsonSchema } from '../field/form-field';

/** Formats of whole numbers and what they hold; beyond 2^53 JSON numbers are not exact, so there they say nothing. */
const RANGES: Readonly<Record<string, { minimum?: number; maximum?: number }>> = {
  int8: { minimum: -(2 ** 7), maximum: 2 ** 7 - 1 },
  int16: { minimum: -(2 ** 15), maximum: 2 ** 15 - 1 },
  int32: { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
  int64: {},
  int: {},
  uint8: { minimum: 0, maximum: 2 ** 8 - 1 },
  uint16: { minimum: 0, maximum: 2 ** 16 - 1 },
  uint32: { minimum: 0, maximum: 2 ** 32 - 1 },
  uint64: { minimum: 0 },
  uint: { minimum: 0 },
};

/** Formats that tell a program how to keep or show a value, and allow any. */
const NOTES: ReadonlySet<string> = new Set([
  ...['float', 'double', 'decimal', 'decimal128', 'binary', 'password'],
  ...['commonmark', 'html', 'markdown', 'multiline', 'text', 'textarea'],
  ...['path', 'file-path', 'directory-path'],
]);

/** A format of OpenAPI or of a schema library as keywords that mean the same. */
export function withOwnFormat(schema: JsonSchema): JsonSchema {
  const { format, ...rest } = schema;
  if (typeof format !== 'string' || FORMAT_NAMES.includes(format)) return schema;
  const range = Object.hasOwn(RANGES, format) ? RANGES[format] : undefined;
  if (range !== undefined) return within(rest, range);
  if (format === 'byte') return { contentEncoding: 'base64', ...rest };
  if (/^uuid[1-8]$/.test(format)) return { ...rest, format: 'uuid' };
  // Where there is a pattern too, that is what checks the text.
  return NOTES.has(format) || typeof rest.pattern === 'string' ? rest : schema;
}

function within(schema: JsonSchema, range: { minimum?: number; maximum?: number }): JsonSchema {
  const { minimum, maximum } = schema;
  return {
    ...schema,
    ...(range.minimum === undefined || isBound(minimum, (own) => own >= Number(range.minimum))
      ? {}
      : { minimum: range.minimum }),
    ...(range.maximum === undefined || isBound(maximum, (own) => own <= Number(range.maximum))
      ? {}
      : { maximum: range.maximum }),
  };
}

function isBound(bound: unknown, isTighter: (bound: number) => boolean): boolean {
  return typeof bound === 'number' ? isTighter(bound) : bound !== undefined;
}
