// `npm run examples`: copies regions of the compiled examples into the docblocks and pages that name them, so that an editor
// shows code. With `--check` it changes nothing, and fails where one shows something else. A docblock names its region like
// this, and a page of docs/examples in the same way without the stars:
//
//   * @example
//   * ```ts source="./task.examples.ts#task"
//   * ```
//
// The example has it between `// #region task` and `// #endregion`; a region may stand within another.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const FENCE = /^( *\* |)```ts source="([^"#]+)#([^"]+)"\n(?:.*\n)*?\1```$/gm;
const onlyCheck = process.argv.includes('--check');

for (const file of sources()) {
  const text = readFileSync(file, 'utf8');
  const synced = text.replace(FENCE, (_fence, star, source, name) => {
    const region = regionOf(join(dirname(file), source), name);
    if (star !== '' && region.some((line) => line.includes('*/')))
      throw new Error(`Region "${name}" would end the docblock: it has a comment in it.`);
    const code = region.map((line) => `${star}${line}`.trimEnd());
    return [`${star}\`\`\`ts source="${source}#${name}"`, ...code, `${star}\`\`\``].join('\n');
  });
  if (synced === text) continue;
  const path = relative(project, file);
  if (onlyCheck) fail(`${path} does not show its examples as they are: run "npm run examples".`);
  else writeFileSync(file, synced);
  if (!onlyCheck) console.log(`${path} is up to date now.`);
}

function sources() {
  const code = ['sdk', 'cli', 'agents'].flatMap((name) => filesOf(`libs/${name}/src`, '.ts'));
  return [...code, ...filesOf('docs/examples', '.md')];
}

function filesOf(folder, ending) {
  const paths = readdirSync(join(project, folder), { recursive: true }).map((path) =>
    join(project, folder, path),
  );
  return paths.filter((path) => path.endsWith(ending));
}

/** The lines of the region, as they would stand in a user's own file. */
function regionOf(file, name) {
  const lines = readFileSync(file, 'utf8').split('\n');
  const begin = lines.findIndex((line) => line.trim() === `// #region ${name}`);
  const inside = lines.slice(begin + 1, endOf(lines, begin)).filter((line) => !isMarker(line));
  if (begin < 0 || inside.length === 0)
    throw new Error(`${relative(project, file)} has no region "${name}".`);
  const code = inside.join('\n').replaceAll("'../workflow/workflow.examples'", "'./workflows'");
  const indent = Math.min(...inside.filter(Boolean).map((line) => line.search(/\S/)));
  return code.split('\n').map((line) => line.slice(indent));
}

function endOf(lines, begin) {
  let depth = 0;
  for (let index = begin; index < lines.length; index += 1) {
    if (/^\s*\/\/ #region /.test(lines[index])) depth += 1;
    if (/^\s*\/\/ #endregion$/.test(lines[index])) depth -= 1;
    if (depth === 0) return index;
  }
  return begin;
}

function isMarker(line) {
  return /^\s*\/\/ #(region .+|endregion)$/.test(line);
}

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}
