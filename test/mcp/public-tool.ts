import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export interface Ran {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** Made by `npm ci` from the lock file in `public-checks/<tool>`; see docs/adr/0015. */
export async function installTool(tool: 'conformance' | 'inspector'): Promise<string> {
  const folder = join(__dirname, 'public-checks', tool);
  const entry = join(folder, 'node_modules', '@modelcontextprotocol', tool);
  if (!existsSync(join(folder, 'node_modules', '.package-lock.json'))) {
    const { exitCode, stderr } = await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: folder,
    });
    if (exitCode !== 0)
      throw new Error(`The ${tool} could not be installed from the npm registry:\n${stderr}`);
  }
  return entry;
}

export function run(
  command: string,
  args: string[],
  { cwd = process.cwd(), env = process.env }: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Ran> {
  const options = { cwd, env, timeout: 110_000, maxBuffer: 16 * 1024 * 1024 };
  return new Promise((resolve) => {
    execFile(command, args, options, (error, stdout, stderr) => {
      const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ exitCode, stdout, stderr });
    });
  });
}
