import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const VERSION = '26.7.3';
const ARCHIVE = `keycloak-quarkus-dist-${VERSION}.tar.gz`;
const ARTIFACT = `org.keycloak:keycloak-quarkus-dist:${VERSION}:tar.gz`;
const SHA256 = '77657f30b7e90d70f727712ce1c967f430fd6a5e9f458d32d8c6df0635345f47';
const COPY = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy';
const OLDEST_JAVA = 17;

/** Its database is in memory: each run begins with an empty one. */
const BUILT_WITH = ['--db=dev-mem'];

/** Where Keycloak is, or will be once it is prepared; or why it cannot be run. */
export type FoundKeycloak = { folder: string } | { missing: string };

/**
 * Keycloak runs where it was prepared before, or where `KEYCLOAK=yes` asks for the download of 180 MB; `KEYCLOAK=no` keeps it
 * away. Looked up at once, because Jest must know before it collects the tests.
 */
export function findKeycloak(env: NodeJS.ProcessEnv = process.env): FoundKeycloak {
  const folder = preparedFolder(env);
  const isAsked = env['KEYCLOAK'] === 'yes';
  if (env['KEYCLOAK'] === 'no') return { missing: 'KEYCLOAK=no' };
  if (!isAsked && !existsSync(folder))
    return { missing: 'KEYCLOAK=yes (npm run test:keycloak) downloads it, 180 MB' };
  const java = javaVersion();
  if (java === undefined || java < OLDEST_JAVA)
    return { missing: `it needs Java ${OLDEST_JAVA} or later, here is ${java ?? 'none'}` };
  if (!existsSync(folder) && spawnSync('mvn', ['--version']).status !== 0)
    return { missing: `Maven (mvn) is not installed, which downloads ${ARTIFACT}` };
  return { folder };
}

/** Downloads and builds it where that was not done before: once a machine; the folder is moved into place when it is whole. */
export async function prepareKeycloak(target: string): Promise<void> {
  if (existsSync(target)) return;
  mkdirSync(join(target, '..'), { recursive: true });
  const folder = mkdtempSync(`${target}.`);
  try {
    progress(`downloading ${ARTIFACT}`);
    await download(folder);
    progress('building it, which takes a minute or a few');
    const home = join(folder, `keycloak-${VERSION}`);
    await run(join(home, 'bin', 'kc.sh'), ['build', ...BUILT_WITH], { JAVA_OPTS_KC_HEAP: '-Xmx512m' });
    if (!existsSync(target)) renameSync(home, target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function download(folder: string): Promise<void> {
  await run('mvn', ['-q', '-B', COPY, `-Dartifact=${ARTIFACT}`, `-DoutputDirectory=${folder}`]);
  const archive = join(folder, ARCHIVE);
  const sum = createHash('sha256').update(readFileSync(archive)).digest('hex');
  if (sum !== SHA256) throw new Error(`${ARCHIVE} has the checksum ${sum}`);
  await run('tar', ['xzf', archive, '-C', folder]);
}

function preparedFolder(env: NodeJS.ProcessEnv): string {
  const cache = env['ORKESTRA_CACHE'] || join(homedir(), '.cache', 'orkestra');
  return join(cache, `keycloak-${VERSION}`);
}

/** The major number; undefined where there is no Java. */
function javaVersion(): number | undefined {
  const { stderr, status } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const major = /version "(\d+)/.exec(stderr ?? '')?.[1];
  return status === 0 && major !== undefined ? Number(major) : undefined;
}

async function run(command: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<void> {
  await promisify(execFile)(command, args, { env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 });
}

function progress(what: string): void {
  process.stderr.write(`Keycloak: ${what}\n`);
}
