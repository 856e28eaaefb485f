import type { ErrorKind } from '@orkestra/core';

/** Documented in docs/reference/operator.md: scripts go by them. */
export const EXIT = { ok: 0, failed: 1, usage: 2, notFound: 3, refused: 4 } as const;

export const EXIT_OF_KIND: Readonly<Record<ErrorKind, number>> = {
  invalid: EXIT.usage,
  not_found: EXIT.notFound,
  unauthenticated: EXIT.refused,
  forbidden: EXIT.refused,
  conflict: EXIT.refused,
  limited: EXIT.refused,
  unavailable: EXIT.failed,
};
