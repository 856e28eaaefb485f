// Fills the package of the local stack from what the build of the servers has made.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { copyCompiled, filesOf, project, refuseOwnPlace, refuseWrongDependencies } from './package-parts.mjs';

const target = join(project, 'libs/dev');
const dist = join(target, 'dist');
const ROOMS = ['terminal', 'files', 'process', 'postgres', 'temporal', 'stack'];

rmSync(dist, { recursive: true, force: true });
for (const room of ROOMS) copyCompiled(`apps/local/src/${room}`, join(dist, room));
for (const file of ['installed', 'run-stack'])
  copyCompiled(`apps/local/src/${file}.ts`, join(dist, `${file}.js`));
refuseOutside();
// Postgres's programs are found beside its package.
refuseWrongDependencies(target);
refuseOwnPlace(target);

/** The libs and the other programs come with the package of the servers. */
function refuseOutside() {
  const outside = filesOf(dist).find((file) => /require\("[./]*\/libs\//.test(readFileSync(file, 'utf8')));
  if (outside) throw new Error(`${outside} needs a lib, which this package does not have.`);
}
