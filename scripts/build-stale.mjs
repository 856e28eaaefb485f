import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const everywhere = ['package.json', 'package-lock.json', '.swcrc', 'tsconfig.json'];

const serverFolders = [
  ...['api-gateway', 'worker', 'mcp-gateway', 'local'].map((app) => `apps/${app}`),
  ...['core', 'tenancy', 'conversations', 'tasks', 'workflows', 'privacy', 'notifications'].map(
    (lib) => `libs/${lib}`,
  ),
];

/** Each with what it is made of and one file that it makes; `after` must be built before it. */
const targets = [
  { name: 'sdk', inputs: ['libs/sdk'], output: 'libs/sdk/dist/index.js' },
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
    after: 'sdk',
  },
  { name: 'server', inputs: [...serverFolders, 'ormconfig.ts'], output: 'dist/apps/local/src/main.js' },
  { name: 'admin', inputs: ['apps/admin'], output: 'apps/admin/dist/index.html' },
  { name: 'examples', inputs: ['examples', 'libs/sdk'], output: 'examples/support-bot/dist', after: 'sdk' },
];

/** Builds what changed since it was last built here; a second start finds nothing to do. */
export async function buildStale(project) {
  const stale = targets
    .map((target) => ({ ...target, digest: digestOf(project, target) }))
    .filter((target) => !isFresh(project, target));
  if (stale.length === 0) return;
  console.log(`Building ${stale.map(({ name }) => name).join(', ')}`);
  const done = new Map();
  for (const target of stale) done.set(target.name, build(project, target, done.get(target.after)));
  const results = await Promise.allSettled(done.values());
  const failed = results.filter(({ status }) => status === 'rejected');
  if (failed.length === 0) return;
  console.error(`\n${failed.map(({ reason }) => reason.message).join('\n')}`);
  process.exit(1);
}

async function build(project, { name, digest }, before) {
  await before;
  const begin = performance.now();
  await runNpm(project, `build:${name}`);
  mkdirSync(join(project, 'dist/.build'), { recursive: true });
  writeFileSync(stampOf(project, name), digest);
  console.log(`  ✓ ${name.padEnd(28)} ${((performance.now() - begin) / 1000).toFixed(1)} s`);
}

function isFresh(project, { name, output, digest }) {
  if (!existsSync(join(project, output)) || !existsSync(stampOf(project, name))) return false;
  return readFileSync(stampOf(project, name), 'utf8') === digest;
}

function stampOf(project, name) {
  return join(project, 'dist/.build', name);
}

function runNpm(project, script) {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', script], {
      cwd: project,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
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
