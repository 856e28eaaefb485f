/** Documented in docs/reference/cli.md: scripts go by them. */
export const EXIT = { ok: 0, failed: 1, usage: 2, notFound: 3, refused: 4 } as const;
