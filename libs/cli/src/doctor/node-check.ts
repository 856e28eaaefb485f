import { fail, type Finding, ok, warn } from './finding';

/** The oldest that Orkestra allows, and the first of the line that its guides take. */
const OLDEST = [20, 19] as const;
const RECOMMENDED = 24;

/** @param version such as `20.20.2` */
export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const repair = `Install Node ${RECOMMENDED}.`;
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]))
    return fail('node', `Node ${version} is too old: ${OLDEST.join('.')} is the oldest.`, repair);
  if (major === OLDEST[0])
    return warn('node', `Node ${version} works, and its upstream support has ended.`, repair);
  return ok('node', `Node ${version}.`);
}
