import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { StartRefusedError, UsageError } from '../environment/cli.errors';
import type { Environment } from '../environment/environment';
import { onStop } from '../environment/stop';

const SERVERS = ['api-gateway', 'worker', 'mcp-gateway'];

/**
 * Runs Orkestra's servers, or those that are named, until SIGTERM or Ctrl-C. When one ends, all end.
 * @returns the exit code
 */
export async function startServers(
  names: readonly string[],
  folder: string,
  env: Environment,
): Promise<number> {
  const unknown = names.find((name) => !SERVERS.includes(name));
  if (unknown !== undefined)
    throw new UsageError(`There is no server "${unknown}". There are ${SERVERS.join(', ')}.`);
  const program = programOf(folder);
  const children = (names.length === 0 ? SERVERS : names).map((name) =>
    spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, name], {
      cwd: folder,
      env: { ...env, NODE_ENV: env['NODE_ENV'] ?? 'production' },
      stdio: ['ignore', 'inherit', 'inherit'],
    }),
  );
  let told = false;
  const stop = () => {
    told = true;
    for (const child of children) child.kill('SIGTERM');
  };
  void onStop(stop).then(stop);
  const ends = children.map(endOf);
  await Promise.race(ends);
  const orderly = told;
  stop();
  await Promise.all(ends);
  return orderly ? 0 : 1;
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((done) => child.once('exit', () => done()));
}

function programOf(folder: string): string {
  try {
    const require = createRequire(join(resolve(folder), 'package.json'));
    return join(dirname(require.resolve('@orkestra/server/package.json')), 'bin/orkestra-server.js');
  } catch {
    throw new StartRefusedError(
      `@orkestra/server is not installed in ${resolve(folder)}. Run: npm install @orkestra/server`,
      2,
    );
  }
}
