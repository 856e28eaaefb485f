// What the scripts that fill published packages share.
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const project = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Copies a compiled file or folder, and of a folder only what has a source: the build keeps what was removed since. */
export function copyCompiled(source, target) {
  const compiled = source.replace(/\.ts$/, '.js');
  const from = join(project, 'dist', compiled);
  if (!existsSync(from)) throw new Error(`dist/${compiled} is missing: run "npm run build:server".`);
  const isOurs = (path) => {
    if (!/\.js(\.map)?$/.test(path)) return !/\/testing$/.test(path);
    return existsSync(join(project, relative(join(project, 'dist'), path).replace(/\.js(\.map)?$/, '.ts')));
  };
  cpSync(from, target, { recursive: true, filter: isOurs });
  if (source.endsWith('.ts')) cpSync(`${from}.map`, `${target}.map`);
}

export function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

/** @param loadedByName dependencies that no file of ours names */
export function refuseWrongDependencies(folder, loadedByName = []) {
  const { name, dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const code = filesOf(join(folder, 'dist')).filter(
    (path) => path.endsWith('.js') && !/\/admin\//.test(path),
  );
  const ids = code.flatMap((path) => importsOf(readFileSync(path, 'utf8')));
  const used = new Set(ids.map((id) => id.split('/', id.startsWith('@') ? 2 : 1).join('/')));
  const isOfNode = (id) => id.startsWith('node:') || builtinModules.includes(id);
  const missing = [...used].filter((id) => !isOfNode(id) && !(id in dependencies));
  const needless = Object.keys(dependencies).filter((id) => !used.has(id) && !loadedByName.includes(id));
  if (missing.length > 0) throw new Error(`The package.json of ${name} lacks: ${missing.join(', ')}`);
  if (needless.length > 0)
    throw new Error(`The package.json of ${name} need not have: ${needless.join(', ')}`);
}

function importsOf(code) {
  const calls = code.matchAll(/\b(?:require(?:\.resolve)?|import)\(['"]([^.'"][^'"]*)['"]\)/g);
  return [...calls].map(([, id]) => id);
}

/** A package holds nothing of the machine that built it. */
export function refuseOwnPlace(folder) {
  const files = filesOf(join(folder, 'dist'));
  const telling = files.find((path) => readFileSync(path, 'utf8').includes(`${project}/`));
  if (telling) throw new Error(`${telling} names the folder that it was built in.`);
}
