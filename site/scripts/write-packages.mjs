import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The reference of the packages, from their sources. Runs in the folder of the site, after `write-content.mjs`. */
const PACKAGES = {
  sdk: ['index', 'testing/index', 'codec/index', 'interceptors'],
  agents: ['index', 'ai-sdk', 'anthropic'],
};

/** Where the module lies that is imported by the package's name alone. */
const MAIN = 'main';

const SORTS = {
  classes: 'Classes',
  functions: 'Functions',
  interfaces: 'Interfaces',
  'type-aliases': 'Types',
  variables: 'Values',
};

for (const [name, modules] of Object.entries(PACKAGES)) {
  const folder = `content/reference/${name}`;
  const entries = modules.flatMap((module) => ['--entryPoints', `../libs/${name}/src/${module}.ts`]);
  const out = ['--out', folder, '--name', `@orkestra/${name}`];
  const { status } = spawnSync('npx', ['--no-install', 'typedoc', ...entries, ...out], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  tidy(folder, `@orkestra/${name}`);
}

/** Gives the folders the names that imports have, and the pages what the generator cannot be told. */
function tidy(folder, packageName) {
  // A server of files takes a page named `index` for the one above it.
  renameSync(join(folder, 'index'), join(folder, MAIN));
  for (const name of readdirSync(folder, { recursive: true })) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) {
      const label = SORTS[basename(name)] ?? moduleName(packageName, name);
      writeFileSync(join(path, '_category_.json'), JSON.stringify({ label }));
      continue;
    }
    const text = readFileSync(path, 'utf8').replaceAll(/\]\(((?:\.\.\/)*)index\//g, `]($1${MAIN}/`);
    const place = name.split(/[\\/]/);
    if (place.length <= 2) writeFileSync(path, withModuleNames(text, packageName, place[0]));
    else writeFileSync(path, asOnePage(text));
  }
}

function withModuleNames(text, packageName, module) {
  return text
    .replace(
      /^# (index|testing|codec|interceptors|ai-sdk|anthropic)$/m,
      `# ${moduleName(packageName, module)}`,
    )
    .replaceAll(/^- \[([\w-]+)\]\(([\w-]+)\/index\.md\)$/gm, (_, label, path) => {
      return `- [\`${moduleName(packageName, label)}\`](${path}/index.md)`;
    });
}

function moduleName(packageName, module) {
  return ['index', MAIN].includes(module) ? packageName : `${packageName}/${module}`;
}

/** Several `@throws` are one section, and code shows no traces of where it was copied from. */
function asOnePage(text) {
  const [first, ...others] = text.split(/^## Throws\n\n/m);
  if (others.length === 0) return withoutSources(first);
  const throwsLines = others.map((part) => {
    const end = part.search(/^## /m);
    return end < 0 ? [part, ''] : [part.slice(0, end), part.slice(end)];
  });
  const list = throwsLines.map(([what]) => `- ${what.trim().replaceAll('\n', ' ')}`).join('\n');
  return withoutSources(`${first}## Throws\n\n${list}\n\n${throwsLines.map(([, rest]) => rest).join('')}`);
}

function withoutSources(text) {
  return text.replaceAll(/^```ts source=.*$/gm, '```ts');
}
