const BEARER = /^Bearer +(\S+) *$/i;

/** A header that is there but is not a bearer's counts as a wrong key, so that no cookie takes its place. */
export function bearerToken(header: string | undefined): string | undefined {
  return header === undefined ? undefined : (BEARER.exec(header)?.[1] ?? '');
}
