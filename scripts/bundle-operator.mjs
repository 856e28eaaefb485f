// `node scripts/bundle-operator.mjs`: puts the operator's commands, with what they need of the libs, into the package of the
// command line as one file. Packages of npm stay outside and must stand among its dependencies, where nothing else stands (knip does not see
// the bundle).
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const cli = join(project, 'libs/cli');
const sources = [
  'apps/operator',
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

const compiled = mkdtempSync(join(tmpdir(), 'orkestra-operator-'));
try {
  compile();
  await bundle();
} finally {
  rmSync(compiled, { recursive: true, force: true });
}

/** By the compiler of the servers, which knows their decorators, but as ES modules, so that what is not used falls away. */
function compile() {
  const out = ['-d', compiled, '--ignore', '**/*.spec.ts,**/*.int-spec.ts', '--quiet'];
  const as = ['-C', 'module.type=es6', '-C', 'sourceMaps=false'];
  const swc = join(project, 'node_modules/.bin/swc');
  execFileSync(swc, [...sources, 'ormconfig.ts', ...out, ...as], { cwd: project, stdio: 'inherit' });
  writeFileSync(join(compiled, 'package.json'), '{ "type": "module", "sideEffects": false }');
}

async function bundle() {
  const build = await rolldown({
    input: join(compiled, 'apps/operator/src/run-operator.js'),
    cwd: compiled,
    platform: 'node',
    // No comments that name the places of modules on the machine that built it.
    experimental: { attachDebugInfo: 'none' },
    resolve: { alias: { '@orkestra/sdk': join(project, 'libs/sdk/dist') } },
    external: (id) => !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('@orkestra/'),
    onLog: (level, log) => level !== 'debug' && console.warn(log.message),
  });
  const file = join(cli, 'dist/operator.js');
  const { output } = await build.write({ file, format: 'cjs', codeSplitting: false, comments: false });
  await build.close();
  refuseUndeclared(
    output.flatMap(({ imports = [], dynamicImports = [] }) => [...imports, ...dynamicImports]),
  );
  refuseUnused();
}

function refuseUndeclared(imported) {
  const { dependencies, peerDependencies } = manifest();
  const declared = Object.keys({ ...dependencies, ...peerDependencies });
  const packages = imported.map((id) => id.split('/', id.startsWith('@') ? 2 : 1).join('/'));
  const missing = [...new Set(packages)].filter(
    (name) => !name.startsWith('node:') && !builtinModules.includes(name) && !declared.includes(name),
  );
  if (missing.length > 0) throw new Error(`libs/cli/package.json lacks: ${missing.join(', ')}`);
}

function refuseUnused() {
  const names = readdirSync(join(cli, 'dist'), { recursive: true }).filter((name) => name.endsWith('.js'));
  const built = names.map((name) => readFileSync(join(cli, 'dist', name), 'utf8')).join('\n');
  const used = (name) =>
    [`"${name}"`, `'${name}'`, `"${name}/`, `'${name}/`].some((id) => built.includes(id));
  // Nest asks for rxjs beside it.
  const unused = Object.keys(manifest().dependencies).filter((name) => name !== 'rxjs' && !used(name));
  if (unused.length > 0) throw new Error(`libs/cli/package.json need not have: ${unused.join(', ')}`);
}

function manifest() {
  return JSON.parse(readFileSync(join(cli, 'package.json'), 'utf8'));
}
