import { type FieldError, pointerTo } from '@orkestra/core';
import type { z } from 'zod';

/** A JSON value whose text has at most so many bytes. */
export function jsonUpTo<T extends z.ZodType>(schema: T, largest: number, inWords: string): T {
  return schema.refine(
    (value) => Buffer.byteLength(JSON.stringify(value) ?? '') <= largest,
    `must not be larger than ${inWords} as JSON`,
  );
}

export function toFieldErrors({ issues }: z.ZodError, parent = ''): FieldError[] {
  return issues.map(({ path, message }) => ({
    pointer: parent + pointerTo(path),
    message,
  }));
}
