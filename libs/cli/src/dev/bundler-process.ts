// Bundles the workflows again and again under `orkestra dev`: once the bundler is loaded and warm it takes a fraction of
// the time.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflows } from '../project/bundle';
import { readProject, requireCompiled } from '../project/project';
import type { FromBundler } from './messages';

const [folder = '.', target = '.'] = process.argv.slice(2);
const project = readProject(folder);
const cacheFolder = join(target, 'cache');
let before: Promise<void> = Promise.resolve();

process.on('message', ({ turn }: { turn: number }) => {
  before = before.then(() => bundle(turn));
});
process.on('disconnect', () => process.exit());

async function bundle(turn: number): Promise<void> {
  try {
    requireCompiled(project);
    const code = await bundleWorkflows(project, { cacheFolder });
    mkdirSync(target, { recursive: true });
    // Two in turn: the one before may still be read.
    const file = join(target, `bundle-${turn % 2}.js`);
    writeFileSync(file, code);
    answer({ turn, file });
  } catch (error) {
    answer({ turn, problem: (error as Error).message });
  }
}

function answer(message: FromBundler): void {
  if (process.connected) process.send?.(message);
}
