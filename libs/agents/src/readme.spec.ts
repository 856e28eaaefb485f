import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

it('the README shows the examples that are compiled', () => {
  const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
  const shown = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code);
  const examples = readdirSync(__dirname)
    .filter((file) => file.endsWith('.examples.ts'))
    .map((file) => readFileSync(join(__dirname, file), 'utf8'));
  expect(shown.sort()).toEqual(examples.sort());
});
