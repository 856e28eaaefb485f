import { join, sep } from 'node:path';

/**
 * The command that starts this very program: by name where it is installed, by path in a checkout.
 * @param folder of this file, in parts
 */
export function launchOf(
  platform: NodeJS.Platform,
  folder: readonly string[],
): { command: string; args: string[] } {
  if (!folder.includes('node_modules')) {
    return { command: 'node', args: [join(folder.slice(0, -2).join(sep), 'bin', 'orkestra.js'), 'mcp'] };
  }
  const npx = ['npx', '-y', '@orkestra/cli', 'mcp'];
  // On Windows npx is a script, which only a shell can start.
  const [command = 'npx', ...args] = platform === 'win32' ? ['cmd', '/c', ...npx] : npx;
  return { command, args };
}
