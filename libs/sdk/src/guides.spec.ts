import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const readme = join(__dirname, '..', 'README.md');
const guides = join(__dirname, '..', '..', '..', 'docs', 'guides');
const examples = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.examples.ts'))
  .map((file) => asUsersWriteIt(readFileSync(join(__dirname, file), 'utf8')));

describe('the guides show code that is compiled and run', () => {
  it.each(['workflows.md', 'changing-workflows.md', 'escalation.md', 'testing.md'])('%s', (guide) =>
    showsExamples(join(guides, guide)),
  );

  it('the README, too', () => showsExamples(readme));
});

function showsExamples(file: string): void {
  const text = readFileSync(file, 'utf8');
  const blocks = [...text.matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => (code ?? '').trim());
  expect(blocks.length).toBeGreaterThan(0);
  for (const block of blocks) {
    if (!examples.some((example) => example.includes(block))) throw new Error(`No example has:\n${block}`);
  }
}

/** The examples import the SDK by relative paths, stand in the workflows file of no project, and mark what docblocks show. */
function asUsersWriteIt(code: string): string {
  return code
    .replaceAll(/^ *\/\/ #(region .+|endregion)\n/gm, '')
    .replaceAll("from './index'", "from '@orkestra/sdk/testing'")
    .replaceAll("from '../index'", "from '@orkestra/sdk'")
    .replaceAll("'../workflow/workflow.examples'", "'./workflows'");
}
