import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wireContract } from './wire-check';

const read = (path: string) => readFileSync(join(__dirname, '../..', path), 'utf8');
const blocks = (page: string, language: string) =>
  [...read(page).matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(([, code]) => code ?? '');
/** The lines without what they are indented by. */
const lines = (code: string) => code.split('\n').map((line) => line.trim());

describe('The pages on other languages', () => {
  const page = 'docs/reference/wire-contract.md';

  it('name every activity, signal and query of the contract', () => {
    const { activities, signals, version } = wireContract['x-orkestra'];
    const text = read(page);
    const names = [...Object.keys(activities), ...Object.keys(signals), 'orkestra.pendingTasks'];
    expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
    expect(text).toContain(`now \`${version}\``);
  });

  it('show Go as it is run', () => {
    const [, region] =
      /\/\/ region ask\n(.*?)\n\/\/ endregion/s.exec(read('test/clients/wire-go/main.go')) ?? [];
    expect(blocks(page, 'go').map((block) => block.trim())).toEqual([region?.trim()]);
  });

  it('show Python as it is checked or run', () => {
    const shown = [
      ...blocks('docs/guides/python.md', 'python'),
      ...blocks('python/orkestra/README.md', 'python'),
    ];
    const programs = ['python/orkestra/tests/refund_example.py', 'examples/python-agent/worker.py'];
    const known = programs.map((path) => lines(read(path)).join('\n'));
    expect(shown).toHaveLength(3);
    const strange = shown.filter(
      (code) => !known.some((text) => text.includes(lines(code.trim()).join('\n'))),
    );
    expect(strange).toEqual([]);
  });
});
