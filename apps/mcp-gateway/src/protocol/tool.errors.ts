import { DomainError, type FieldError, pointerTo } from '@orkestra/core';
import type { z } from 'zod';

export class InvalidArgumentsError extends DomainError {
  /** @param known the arguments that the tool has, to name beside one that it has not */
  constructor(error: z.ZodError, known: readonly string[]) {
    const fields = error.issues.flatMap((issue) => toFieldErrors(issue, known));
    super('invalid', 'mcp.invalid_arguments', 'The arguments do not fit the tool.', { fields });
  }
}

function toFieldErrors(issue: z.core.$ZodIssue, known: readonly string[]): FieldError[] {
  if (issue.code !== 'unrecognized_keys') {
    return [{ pointer: pointerTo(issue.path) || '/', message: issue.message }];
  }
  const names = issue.path.length === 0 ? `; known are ${known.join(', ') || 'none'}` : '';
  return issue.keys.map((key) => ({
    pointer: pointerTo([...issue.path, key]),
    message: `is not known here: leave it out${names}`,
  }));
}
