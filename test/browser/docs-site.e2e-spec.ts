import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ManagedProcess } from '../../apps/local/src';
import { eventually } from '../harness';
import { guard, testRun } from '../harness/run/test-run';
import { freePort } from '../harness/servers/ports';
import { accessibilityProblems, describeInBrowser } from '../harness/browser/test-browser';

const site = join(__dirname, '../../site');
// Built by `npm run docs:build`, which takes minutes.
const whereBuilt = existsSync(join(site, 'dist/index.html')) ? test : test.skip;
/** What the search's own component gets wrong while its list is open. */
const OF_THE_SEARCH = /^aria-required-(attr|children): .*(searchBar|dropdownMenu)/;
const PAGES = [
  '/',
  '/docs/',
  '/docs/guides/quick-start',
  '/docs/guides/production',
  '/docs/architecture',
  '/docs/comparison',
  '/docs/reference/cli',
  '/docs/reference/sdk',
  '/docs/reference/sdk/main/functions/task',
  '/docs/reference/graphql',
];

describeInBrowser('The documentation as it is built', (browser) => {
  let server: ManagedProcess | undefined;
  let origin: string;

  async function serve(): Promise<string> {
    const port = await freePort();
    server = await ManagedProcess.start({
      ...{ name: 'docs-site', command: join(site, 'node_modules/.bin/docusaurus') },
      args: ['serve', '--dir', 'dist', '--no-open', '--port', String(port)],
      ...{ cwd: site, env: process.env, logFile: join(testRun.folder, 'logs', 'docs-site.log') },
    });
    guard(server);
    const url = `http://localhost:${port}`;
    await eventually(async () => (await fetch(url)).ok, { timeoutMs: 60_000 });
    return url;
  }

  beforeAll(async () => {
    if (whereBuilt === test) origin = await serve();
  }, 90_000);
  afterAll(() => server?.stop());

  /** A page of a visitor, and what it complains of, or loads from elsewhere. */
  async function visitor(): Promise<{ page: Page; faults: string[] }> {
    const page = await browser.open('about:blank');
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())));
    page.on('request', (request) => {
      if (/^https?:/.test(request.url()) && !request.url().startsWith(origin)) faults.push(request.url());
    });
    return { page, faults };
  }

  async function visit(page: Page, path: string): Promise<void> {
    await page.goto(`${origin}${path}`);
    await page.locator('html[data-has-hydrated="true"]').waitFor();
    await page.getByRole('heading', { level: 1 }).waitFor();
  }

  whereBuilt.each([
    ['light', 1280],
    ['dark', 390],
  ] as const)(
    'is accessible and whole, %s and %i wide',
    async (colorScheme, width) => {
      const { page, faults } = await visitor();
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      for (const path of PAGES) {
        await visit(page, path);
        const beside = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
        const problems = await accessibilityProblems(page);
        expect({ path, beside, problems, faults }).toEqual({ path, beside: 0, problems: [], faults: [] });
      }
    },
    180_000,
  );

  whereBuilt(
    'is searched without asking anybody',
    async () => {
      const { page, faults } = await visitor();
      await visit(page, '/docs/guides/quick-start');
      const search = page.getByRole('combobox').or(page.getByPlaceholder('Search')).first();
      await search.click();
      await search.pressSequentially('quorum');
      await page.getByRole('option').first().waitFor();
      const problems = await accessibilityProblems(page);
      expect(problems.filter((problem) => !OF_THE_SEARCH.test(problem))).toEqual([]);
      await search.press('ArrowDown');
      await search.press('Enter');
      await page.waitForURL(/_highlight=quorum/);
      await page
        .locator('mark', { hasText: /quorum/i })
        .first()
        .waitFor();
      expect(faults).toEqual([]);
    },
    60_000,
  );

  whereBuilt('tells its story in pictures that are there', async () => {
    const { page } = await visitor();
    await visit(page, '/');
    const pictures = page.locator('main img');
    expect(await pictures.count()).toBe(4);
    for (const picture of await pictures.all()) await picture.scrollIntoViewIfNeeded();
    const shown = `[...document.querySelectorAll('main img')].every((img) => img.complete && img.naturalWidth > 0)`;
    await eventually(() => page.evaluate<boolean>(shown));
  });
});
