import { InitError } from './init.errors';

const LONGEST = 100;

/**
 * The folder's own name, as the name of a package and of a queue.
 * @throws InitError where npm would not take it
 */
export function projectNameOf(folderName: string): string {
  if (/^[a-z0-9][a-z0-9._-]*$/.test(folderName) && folderName.length <= LONGEST) return folderName;
  const better = folderName
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST);
  const advice = better === '' ? 'Take lower-case letters, digits and hyphens.' : `Take "${better}".`;
  throw new InitError(`"${folderName}" can't be the name of a project, which npm must take too. ${advice}`);
}
