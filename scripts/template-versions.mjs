// Writes down, for the projects that create-orkestra makes, which versions of the packages they begin with.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from './package-parts.mjs';

const read = (path) => JSON.parse(readFileSync(join(project, path), 'utf8'));
const { dependencies, devDependencies } = read('package.json');
const own = ['sdk', 'cli', 'dev'].map((lib) => read(`libs/${lib}/package.json`));
const others = Object.entries({ ...dependencies, ...devDependencies }).filter(
  ([name]) => name.startsWith('@temporalio/') || name === '@types/node',
);

const versions = {
  ...Object.fromEntries(own.map(({ name, version }) => [name, `^${version}`])),
  ...Object.fromEntries(others),
  '@temporalio/testing': dependencies['@temporalio/worker'],
  // A newer one of the compiler may have no API for `orkestra dev`.
  typescript: devDependencies.typescript.replace('^', '~'),
  zod: dependencies.zod,
};
writeFileSync(
  join(project, 'libs/create-orkestra/dist/versions.json'),
  `${JSON.stringify(versions, null, 2)}\n`,
);
