import { join, sep } from 'node:path';

/**
 * The command that starts this very program, by its path. Not `npx` by name: until the first release nobody holds the
 * name on npm, and whoever took it would be run with the key in the environment.
 * @param folder of this file, in parts
 */
export function launchOf(folder: readonly string[]): { command: string; args: string[] } {
  return { command: 'node', args: [join(folder.slice(0, -2).join(sep), 'bin', 'orkestra.js'), 'mcp'] };
}
