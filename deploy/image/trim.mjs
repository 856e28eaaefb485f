// `node image/trim.mjs`, once the packages are installed: removes from node_modules what no server reads. Temporal's
// package brings its native part for every platform, and compilers want types and maps of sources that servers do not.
import { createRequire } from 'node:module';
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const modules = join(resolve(dirname(fileURLToPath(import.meta.url)), '..'), 'node_modules');

const releases = join(modules, '@temporalio/core-bridge/releases');
const own = require('@temporalio/core-bridge/common').getPrebuiltTargetName();
for (const release of readdirSync(releases)) {
  if (release !== own) rmSync(join(releases, release), { recursive: true });
}
// Peers that are optional and come all the same: of a plugin of Nest's for the compiler, and of the developer's command.
for (const name of ['typescript', 'ai', '@ai-sdk']) {
  rmSync(join(modules, name), { recursive: true, force: true });
}
for (const entry of readdirSync(modules, { recursive: true, withFileTypes: true })) {
  if (entry.isFile() && /\.(map|d\.[cm]?ts|tsbuildinfo|flow)$/.test(entry.name)) {
    rmSync(join(entry.parentPath, entry.name));
  }
}
