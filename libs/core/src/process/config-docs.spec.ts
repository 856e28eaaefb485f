import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settings } from './settings';

const PAGE = join(__dirname, '../../../../docs/reference/configuration.md');

/** The rows that the page must have; copy them there when a setting changes. */
const rows = Object.entries(settings.shape).map(([name, schema]) => {
  const absent = schema.safeParse(undefined);
  const fallback = absent.success ? shown(absent.data) : 'required';
  return `| \`${name}\` | ${fallback} | ${schema.description ?? ''} |`;
});

function shown(value: unknown): string {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
    ? ''
    : `\`${JSON.stringify(value).replaceAll('"', '')}\``;
}

describe('docs/reference/configuration.md', () => {
  it('has the row of every setting', () => {
    const page = readFileSync(PAGE, 'utf8').split('\n');
    expect(page.filter((line) => line.startsWith('| `') && !line.includes('ORKESTRA_'))).toEqual(rows);
  });
});
