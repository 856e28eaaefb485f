// Fills the package of the servers from what the other builds have made: the compiled modules, the declarations of what
// it exports, and the admin app. Packages of npm stay outside.
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { copyCompiled, filesOf, project, refuseOwnPlace, refuseWrongDependencies } from './package-parts.mjs';

const target = join(project, 'libs/server');
const dist = join(target, 'dist');
const LIBS = [
  'core',
  'json-schema',
  'tenancy',
  'conversations',
  'tasks',
  'workflows',
  'privacy',
  'notifications',
];
const SOURCES = [
  ...['api-gateway', 'worker', 'mcp-gateway'].map((app) => `apps/${app}/src`),
  ...LIBS.map((lib) => `libs/${lib}/src`),
  // What @orkestra/dev has this package do: tables and demo data.
  ...['prepare', 'process/when-told', 'stack/demo-file', 'files/json-file'].map(
    (file) => `apps/local/src/${file}.ts`,
  ),
  'ormconfig.ts',
];
/** Found by Nest at run time. */
const LOADED_BY_NAME = ['@as-integrations/express5', '@nestjs/platform-express', 'rxjs'];
/** Its peers are an older Nest than ours, so that it could not be installed beside us. It comes along, with its licence. */
const VENDORED = 'nestjs-temporal';
const vendored = join(dist, 'vendor', VENDORED);

rmSync(dist, { recursive: true, force: true });
for (const source of SOURCES) copyCompiled(source, join(dist, source.replace(/\.ts$/, '.js')));
vendor();
declareTypes();
cpSync(join(project, 'apps/admin/dist'), join(dist, 'admin'), { recursive: true });
cpSync(join(project, 'deploy/image/trim.mjs'), join(dist, 'trim.mjs'));
refuseWrongDependencies(target, LOADED_BY_NAME);
refuseOwnPlace(target);

function vendor() {
  const from = join(project, 'node_modules', VENDORED);
  cpSync(join(from, 'dist'), join(vendored, 'dist'), { recursive: true });
  cpSync(join(from, 'LICENCE'), join(vendored, 'LICENCE'));
  rewrite(/\.js$/, nameVendored);
}

/** The compiler leaves the names of our libs as they are in declarations, and nobody else could resolve them. */
function declareTypes() {
  const tsc = join(project, 'node_modules/.bin/tsc');
  execFileSync(tsc, ['-p', join(target, 'tsconfig.types.json')], { cwd: project, stdio: 'inherit' });
  rmSync(join(dist, 'libs/sdk'), { recursive: true, force: true });
  const name = new RegExp(`(["'])@orkestra/(${LIBS.join('|')})(/worker)?\\1`, 'g');
  rewrite(/\.d\.ts$/, (text, file) =>
    nameVendored(text, file).replace(name, (_, quote, lib, worker) => {
      const entry = join(dist, 'libs', lib, 'src', worker ? 'worker' : 'index');
      return `${quote}${pathBetween(file, entry)}${quote}`;
    }),
  );
}

function nameVendored(text, file) {
  return text.replace(/(["'])nestjs-temporal(\/[^"']*)?\1/g, (_, quote, path = '/dist/index') => {
    return `${quote}${pathBetween(file, join(vendored, path))}${quote}`;
  });
}

function pathBetween(file, other) {
  const path = relative(dirname(file), other);
  return path.startsWith('.') ? path : `./${path}`;
}

function rewrite(kind, change) {
  for (const file of filesOf(dist).filter((path) => kind.test(path))) {
    const text = readFileSync(file, 'utf8');
    const changed = change(text, file);
    if (changed !== text) writeFileSync(file, changed);
  }
}
