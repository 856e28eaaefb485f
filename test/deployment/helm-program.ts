import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

const VERSION = 'v3.22.0';
const MODULE = `helm.sh/helm/v3/cmd/helm@${VERSION}`;

/**
 * Helm, where it is on the PATH or was built before; with HELM=build, as `npm run test:helm` sets it, Go builds it once and it
 * is kept for all checkouts of the user.
 */
export function findHelm(): string | undefined {
  const cache = process.env['ORKESTRA_CACHE'] ?? join(homedir(), '.cache', 'orkestra');
  const kept = join(cache, `helm-${VERSION}`, 'helm');
  if (runs('helm')) return 'helm';
  if (existsSync(kept)) return kept;
  if (process.env['HELM'] !== 'build') return undefined;
  mkdirSync(dirname(kept), { recursive: true });
  const env = { ...process.env, GOBIN: dirname(kept) };
  execFileSync('go', ['install', '-ldflags', '-s -w', MODULE], { env, stdio: 'inherit' });
  return kept;
}

function runs(program: string): boolean {
  try {
    execFileSync(program, ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
