// `node scripts/check-packages.mjs`: packs each published package as npm would, and has publint look at its exports and
// attw at whether their types fit, from CommonJS and from ES modules. The packages must be built.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const run = promisify(execFile);

const PACKAGES = ['sdk', 'cli', 'agents', 'server', 'dev', 'create-orkestra'];

const tarballs = mkdtempSync(join(tmpdir(), 'orkestra-packages-'));
try {
  for (const name of PACKAGES) await check(join(project, 'libs', name));
} finally {
  rmSync(tarballs, { recursive: true, force: true });
}

async function check(folder) {
  const { name, exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', tarballs], { cwd: folder });
  const tarball = join(tarballs, JSON.parse(stdout)[0].filename);
  // Node 20 knows `exports`; "node16" leaves out the resolution of those that don't.
  const tools = [
    ['publint', 'run', tarball, '--strict'],
    ...(isTyped(exports)
      ? [['attw', tarball, '--profile', 'node16', '--format', 'ascii', ...leftOut(exports)]]
      : []),
  ];
  const found = (await Promise.all(tools.map(complaintsOf))).filter(Boolean);
  if (found.length === 0) return console.log(`${name}: its exports and their types are right.`);
  console.error(found.join('\n'));
  process.exitCode = 1;
}

/** What the tool says where it fails; nothing where it is content. */
async function complaintsOf([tool, ...args]) {
  try {
    await run(join(project, 'node_modules', '.bin', tool), args, { cwd: project });
    return undefined;
  } catch (error) {
    return error.stdout + error.stderr;
  }
}

function isTyped(exported = {}) {
  return Object.values(exported).some(({ types }) => types);
}

/** What is no module has no types: a page that servers send. */
function leftOut(exported) {
  const pages = Object.keys(exported).filter((name) => name.endsWith('.html'));
  return pages.length === 0 ? [] : ['--exclude-entrypoints', ...pages.map((name) => name.slice(2))];
}
