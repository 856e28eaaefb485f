import { transformFile } from '@swc/core';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** A workflow project such as a user's, with small workflows for the tests. */
export const fixtureProject = resolve(__dirname, '../../fixtures/workflows');

/** Compiles the fixture project into its own `dist/`, as `npm run build` of a user's project would. */
export async function buildFixtures(): Promise<void> {
  const [source, target] = [join(fixtureProject, 'src'), join(fixtureProject, 'dist')];
  await mkdir(target, { recursive: true });
  for (const file of await readdir(source)) {
    const { code } = await transformFile(join(source, file), {
      swcrc: false,
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'commonjs' },
    });
    await writeFile(join(target, file.replace(/\.ts$/, '.js')), code);
  }
}
