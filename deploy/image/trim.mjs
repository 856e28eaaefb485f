// `node image/trim.mjs`, once the packages are installed: removes from node_modules what no server reads. Temporal's
// package brings its native part for every platform, and compilers want types and maps of sources that servers do not.
// `orkestra-server trim` does the same to an installation of @orkestra/server.
import { createRequire } from 'node:module';
import { readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const file = realpathSync(fileURLToPath(import.meta.url));

/** @param {string} modules a folder `node_modules` beside the package.json that it was installed for */
export function trim(modules) {
  const bridge = join(modules, '@temporalio/core-bridge');
  const own = createRequire(join(bridge, 'package.json'))('./common').getPrebuiltTargetName();
  const releases = join(bridge, 'releases');
  for (const release of readdirSync(releases)) {
    if (release !== own) rmSync(join(releases, release), { recursive: true });
  }
  // What the native part was compiled from.
  rmSync(join(bridge, 'sdk-core'), { recursive: true, force: true });
  // Peers that are optional and come all the same: of a plugin of Nest's for the compiler, and of the developer's command.
  const { dependencies = {} } = JSON.parse(readFileSync(join(modules, '../package.json'), 'utf8'));
  for (const name of ['typescript', 'ai', '@ai-sdk']) {
    const isWanted = Object.keys(dependencies).some((one) => one === name || one.startsWith(`${name}/`));
    if (!isWanted) rmSync(join(modules, name), { recursive: true, force: true });
  }
  for (const entry of readdirSync(modules, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && /\.(map|d\.[cm]?ts|tsbuildinfo|flow)$/.test(entry.name)) {
      rmSync(join(entry.parentPath, entry.name));
    }
  }
}

if (realpathSync(process.argv[1]) === file) trim(join(resolve(dirname(file), '..'), 'node_modules'));
