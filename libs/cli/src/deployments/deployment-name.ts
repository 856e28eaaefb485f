import { StartRefusedError } from '../environment/cli.errors';
import type { Environment } from '../environment/environment';

/** Temporal joins name and build with these. */
const SEPARATORS = /[.:]/g;
const LONGEST = 200;

/**
 * Under which name Temporal keeps the builds of a project: that of its package, unless `ORKESTRA_DEPLOYMENT` names another.
 * @throws StartRefusedError for a name that Temporal would not take
 */
export function deploymentNameOf({ name }: { readonly name: string }, env: Environment): string {
  const given = env['ORKESTRA_DEPLOYMENT'];
  if (!given) return name.replace(SEPARATORS, '-');
  if (given.length <= LONGEST && /^[^.:\s]+$/.test(given) && !given.startsWith('__')) return given;
  throw new StartRefusedError(
    `ORKESTRA_DEPLOYMENT can't be "${given}": use at most ${LONGEST} characters, no space, no "." and no ":".`,
    2,
  );
}
