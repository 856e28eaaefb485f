import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type LaunchOptions, type Page } from 'playwright-core';

interface Found {
  launch?: LaunchOptions;
  reason?: string;
}

export interface TestBrowser {
  /** A page of its own visitor: it has no cookies. @param scale how many pixels of a picture stand for one of the page */
  open(url: string, locale?: string, scale?: number): Promise<Page>;
}

/** Like `describe`, with a real browser; where none runs, the tests are skipped and say why. */
export function describeInBrowser(name: string, tests: (browser: TestBrowser) => void): void {
  const { launch, reason } = findBrowser();
  if (launch === undefined) {
    process.stderr.write(`SKIPPED, no browser runs here: ${name} (${reason})\n`);
    describe.skip(name, () => tests({ open: () => Promise.reject(new Error(reason)) }));
    return;
  }
  describe(name, () => {
    let browser: Browser;
    const contexts: BrowserContext[] = [];
    const refused: string[] = [];
    beforeAll(async () => (browser = await chromium.launch(launch)));
    afterEach(async () => void (await Promise.all(contexts.splice(0).map((context) => context.close()))));
    // What the content security policy keeps a page from is a fault of the page, in whatever test it shows.
    afterEach(() => expect(refused.splice(0)).toEqual([]));
    afterAll(() => browser.close());
    tests({
      open: async (url, locale = 'en-GB', deviceScaleFactor = 1) => {
        const viewport = { width: 1280, height: 900 };
        const context = await browser.newContext({ viewport, locale, deviceScaleFactor });
        contexts.push(context);
        context.on('console', (message) => {
          if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
        });
        const page = await context.newPage();
        page.setDefaultTimeout(20_000);
        await page.goto(url);
        return page;
      },
    });
  });
}

/** Names the serious and critical violations that axe-core finds on the page; empty when it is accessible. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(async () => {
    const { axe, document } = globalThis as unknown as Globals;
    interface Globals {
      axe: { run(): Promise<{ violations: Violation[] }> };
      document: { getAnimations(): Animation[] };
    }
    interface Animation {
      effect: { getComputedTiming(): { endTime: number } } | null;
      finished: Promise<unknown>;
    }
    interface Violation {
      id: string;
      impact: string;
      nodes: { html: string }[];
    }
    // What fades in has other colours until it stands.
    const passing = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(passing.map(({ finished }) => finished.catch(() => undefined)));
    const { violations } = await axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

function findBrowser(): Found {
  const script = join(__dirname, 'find-browser.cjs');
  const { stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8', timeout: 60_000 });
  return stdout === ''
    ? { reason: stderr || 'the search for a browser took too long' }
    : (JSON.parse(stdout) as Found);
}
