import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
interface Rule {
  name: string;
  to: { pathNot?: string };
}

test('the picture of the libs shows only imports that the rules allow', () => {
  const { forbidden } = jest.requireActual<{ forbidden: Rule[] }>(join(root, '.dependency-cruiser.cjs'));
  const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
  const picture = /```mermaid\nflowchart BT\n([^]*?)```/.exec(page)?.[1] ?? '';
  const arrows = [...picture.matchAll(/^ {2}([\w-]+) --> ([\w-]+)$/gm)];
  expect(arrows.length).toBeGreaterThan(5);
  const wrong = arrows.filter(([, from, to]) => {
    const rule = forbidden.find(({ name }) => name === `layer-${from}`);
    return !new RegExp(`${rule?.to.pathNot}`).test(`libs/${to}/`);
  });
  expect(wrong.map(([arrow]) => arrow)).toEqual([]);
});
