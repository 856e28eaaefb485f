import { isRecord } from '@orkestra/core';
import { z } from 'zod';

type Schema = z.core.$ZodType;

/** A number of so many digits, or with an exponent: it could change by being read, so such text is left as it is. */
const RISKY_NUMBER = /(?:^|[[:,\s])-?(?:[\d.]{16}|[\d.]+[eE])/;

/**
 * The arguments as they are meant, at every depth: `null` for what is optional is absent; JSON text where an object or a
 * list is wanted is that object or list. What is somebody's data (context, an answer, a workflow's input) stays as it is.
 * @param emptyIsAbsent empty text for what is optional is absent too: for filters, where nothing else can be meant
 */
export function asMeant(schema: Schema, value: unknown, emptyIsAbsent: boolean): unknown {
  const inner = unwrapped(schema);
  const given = typeof value === 'string' ? read(value, wanted(inner)) : value;
  if (inner instanceof z.ZodObject && isRecord(given))
    return membersAsMeant(inner.shape, given, emptyIsAbsent);
  if (inner instanceof z.ZodRecord && isRecord(given)) {
    return mapped(given, (item) => asMeant(inner.valueType, item, emptyIsAbsent));
  }
  if (inner instanceof z.ZodArray && Array.isArray(given)) {
    return given.map((item) => asMeant(inner.element, item, emptyIsAbsent));
  }
  return given;
}

function membersAsMeant(
  shape: Record<string, Schema>,
  given: Record<string, unknown>,
  emptyIsAbsent: boolean,
) {
  const fieldOf = (name: string) => (Object.hasOwn(shape, name) ? shape[name] : undefined);
  const meant = Object.entries(given).flatMap(([name, item]) => {
    const field = fieldOf(name);
    if (field === undefined) return [[name, item]];
    const isAbsent = (item === null || (emptyIsAbsent && item === '')) && isOptional(field);
    return isAbsent ? [] : [[name, asMeant(field, item, emptyIsAbsent)]];
  });
  return Object.fromEntries(meant) as Record<string, unknown>;
}

function isOptional(field: Schema): boolean {
  return z.safeParse(field, undefined).success;
}

/** Without what says only that it may be left out, and what looks at it beforehand. */
function unwrapped(schema: Schema): Schema {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return unwrapped(schema.def.innerType);
  if (schema instanceof z.ZodPipe && schema.def.in instanceof z.ZodTransform)
    return unwrapped(schema.def.out);
  return schema;
}

function wanted(schema: Schema): 'object' | 'array' | undefined {
  if (schema instanceof z.ZodObject || schema instanceof z.ZodRecord) return 'object';
  if (schema instanceof z.ZodArray) return 'array';
  if (schema instanceof z.ZodUnknown && schema.meta()?.['type'] === 'object') return 'object';
  return undefined;
}

function read(text: string, kind: 'object' | 'array' | undefined): unknown {
  const opening = { object: '{', array: '[' };
  if (kind === undefined || !text.trimStart().startsWith(opening[kind]) || RISKY_NUMBER.test(text))
    return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function mapped(given: Record<string, unknown>, change: (item: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(given).map(([name, item]) => [name, change(item)]));
}
