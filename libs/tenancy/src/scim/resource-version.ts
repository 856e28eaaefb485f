import { ScimVersionError } from './scim.errors';

/** Revisions of which the resource must have one; `*` for any. */
export type IfMatch = '*' | readonly number[];

/** @throws ScimVersionError */
export function checkVersion(revision: number, ifMatch: IfMatch | undefined): void {
  if (ifMatch === undefined || ifMatch === '*' || ifMatch.includes(revision)) return;
  throw new ScimVersionError();
}
