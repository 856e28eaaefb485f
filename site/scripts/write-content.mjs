import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { linksOfSite, PAGES_FROM_ELSEWHERE } from './links.cjs';

/** Copies docs/ to where the site is built from, with the links as the site has them. Runs in the root of the repository. */
const content = 'site/content';
const repository = process.env.DOCS_REPOSITORY;

rmSync(content, { recursive: true, force: true });
cpSync('docs/images', join(content, 'images'), { recursive: true });
const pages = readdirSync('docs', { recursive: true }).filter((name) => name.endsWith('.md'));
for (const name of pages) write(`docs/${name.replaceAll('\\', '/')}`, name);
for (const [page, place] of PAGES_FROM_ELSEWHERE) write(page, place);

function write(page, place) {
  const file = join(content, place);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, linksOfSite(readFileSync(page, 'utf8'), page, place.replaceAll('\\', '/'), repository));
}
