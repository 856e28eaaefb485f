import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';

const everywhere = ['package.json', 'package-lock.json', '.swcrc', 'tsconfig.json'];

const serverFolders = [
  ...['api-gateway', 'worker', 'mcp-gateway', 'local'].map((app) => `apps/${app}`),
  ...[
    'core',
    'json-schema',
    'tenancy',
    'conversations',
    'tasks',
    'workflows',
    'privacy',
    'notifications',
  ].map((lib) => `libs/${lib}`),
];

/** Each with what it is made of and one file that it makes. */
const needed = [
  { name: 'sdk', script: 'build:sdk-code', inputs: ['libs/sdk'], output: 'libs/sdk/dist/index.js' },
  { name: 'server', inputs: [...serverFolders, 'ormconfig.ts'], output: 'dist/apps/local/src/main.js' },
  { name: 'admin', inputs: ['apps/admin'], output: 'apps/admin/dist/index.html' },
  { name: 'examples', inputs: ['examples'], output: 'examples/support-bot/dist' },
];

/** What no server reads, in the order in which it can be built. */
const forDevelopers = [
  { name: 'sdk types', script: 'build:sdk-types', inputs: ['libs/sdk'], output: 'libs/sdk/dist/index.d.ts' },
  {
    name: 'cli',
    inputs: [
      'libs/cli',
      'libs/create-orkestra',
      'libs/sdk',
      'apps/operator',
      ...serverFolders,
      'ormconfig.ts',
    ],
    output: 'libs/cli/dist/main.js',
  },
];

/** Builds of what the servers need whatever changed since it was last built here; a second start finds nothing to do. */
export async function buildStale(project) {
  const stale = staleOf(project, needed);
  if (stale.length > 0) console.log(`Building ${stale.map(({ name }) => name).join(', ')}`);
  const results = await Promise.allSettled(stale.map((target) => build(project, target)));
  const failed = results.filter(({ status }) => status === 'rejected');
  if (failed.length > 0) {
    console.error(`\n${failed.map(({ reason }) => reason.message).join('\n')}`);
    process.exit(1);
  }
}

/** Builds the rest likewise, for whoever opens an editor or calls `orkestra`, while the stack runs. */
export async function buildBeside(project) {
  const stale = staleOf(project, forDevelopers);
  if (stale.length === 0) return;
  console.log(`\nBuilding ${stale.map(({ name }) => name).join(' and ')} beside it`);
  try {
    for (const target of stale) await build(project, { ...target, beside: true });
  } catch ({ message }) {
    console.error(message);
  }
}

async function build(project, { name, digest, script = `build:${name}`, beside = false }) {
  const begin = performance.now();
  await runNpm(project, script, beside);
  mkdirSync(join(project, 'dist/.build'), { recursive: true });
  writeFileSync(stampOf(project, name), digest);
  console.log(`  ✓ ${name.padEnd(28)} ${((performance.now() - begin) / 1000).toFixed(1)} s`);
}

function staleOf(project, targets) {
  return targets
    .map((target) => ({ ...target, digest: digestOf(project, target) }))
    .filter((target) => !isFresh(project, target));
}

function isFresh(project, { name, output, digest }) {
  if (!existsSync(join(project, output)) || !existsSync(stampOf(project, name))) return false;
  return readFileSync(stampOf(project, name), 'utf8') === digest;
}

function stampOf(project, name) {
  return join(project, 'dist/.build', name.replace(' ', '-'));
}

function runNpm(project, script, beside) {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', script], {
      cwd: project,
      stdio: ['ignore', 'pipe', 'pipe'],
      // So that all that it runs can be ended together.
      detached: beside,
    });
    if (beside) yieldToStack(child);
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) return resolve();
      reject(new Error(`npm run ${script} failed:\n${Buffer.concat(output).toString().trim()}`));
    });
  });
}

/** The child gets what the stack leaves, and ends with it. */
function yieldToStack(child) {
  if (child.pid === undefined) return;
  setPriority(child.pid, constants.priority.PRIORITY_LOW);
  const end = () => {
    try {
      process.kill(-child.pid);
    } catch {
      // It has ended.
    }
  };
  process.once('exit', end);
  child.once('close', () => process.off('exit', end));
}

/** Names, sizes and times of change; reading every file would take longer than some of the builds. */
function digestOf(project, { inputs }) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const input of [...inputs, ...everywhere]) addTo(hash, join(project, input));
  return hash.digest('hex');
}

function addTo(hash, path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return;
  if (!found.isDirectory()) return void hash.update(`${path}\0${found.size}\0${found.mtimeMs}\n`);
  const names = readdirSync(path).filter((name) => !['node_modules', 'dist'].includes(name));
  for (const name of names.sort()) addTo(hash, join(path, name));
}
