import { DomainError, type FieldError, pointerTo } from '@orkestra/core';
import type { z } from 'zod';

export class InvalidArgumentsError extends DomainError {
  constructor(error: z.ZodError) {
    const fields = error.issues.map(toFieldError);
    super('invalid', 'mcp.invalid_arguments', 'The arguments do not fit the tool.', { fields });
  }
}

function toFieldError({ path, message }: z.core.$ZodIssue): FieldError {
  return { pointer: pointerTo(path) || '/', message };
}
