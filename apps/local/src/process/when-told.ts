import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * `node when-told.js <folder>/main.js`: loads what the program is made of, and runs it when the launcher says that what it
 * connects to is there. Loading takes longer than all else that a start does.
 */
const load = createRequire(__filename);
const [program = ''] = process.argv.splice(2, 1);
const orphaned = () => process.exit(1);

process.once('disconnect', orphaned);
load(join(dirname(program), 'index.js'));
process.once('message', (env: NodeJS.ProcessEnv) => {
  process.off('disconnect', orphaned);
  process.disconnect();
  Object.assign(process.env, env);
  load(program);
});
