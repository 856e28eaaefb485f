import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ended, eventually, startSystem, startWorkflow, taskOf } from '../harness';
import { signedIn } from '../harness/browser/sign-in';
import { describeInBrowser } from '../harness/browser/test-browser';

const images = join(__dirname, '../../docs/images');
const PARCEL = 'My parcel arrived wet and my neighbour signed for it, what now?';
const OTHERS = [
  'Can I pay half with a gift card and half on invoice?',
  'Do you ship lithium batteries to Norway by air?',
  'I was charged twice for order 10432, please refund one of them',
  'The zip of my tent broke on the first night, can you send a new one?',
];
const ANSWER =
  'We are sorry! Send us a photo of the parcel: we send a new one today, and you keep the old one.';

/** Takes the pictures of the README and of the site's front page anew: `npm run docs:pictures`. */
const asked = process.env['PICTURES'] === 'yes' ? test : test.skip;

describeInBrowser('The story in pictures', (browser) => {
  asked(
    'of one question, from the inbox to the end of its workflow',
    async () => {
      const system = await startSystem();
      const bot = system.agent('demo');
      const page = await signedIn(browser, system, 'sam@demo.test', 'en-GB', 1.25);
      const workflowId = await startWorkflow(bot, 'customer-support', { question: PARCEL });
      await taskOf(bot, workflowId);
      for (const question of OTHERS) {
        const other = await startWorkflow(bot, 'customer-support', { question });
        await taskOf(bot, other);
      }
      const rows = page.getByRole('list', { name: 'Tasks' }).getByRole('listitem');
      await eventually(async () => (await rows.count()) === OTHERS.length + 1);
      await page.getByRole('tab', { name: `For me to claim ${OTHERS.length + 1}` }).waitFor();
      await take(page, 'inbox', 560);

      await rows.filter({ hasText: PARCEL }).getByRole('link').click();
      await page.getByRole('button', { name: 'Claim', exact: true }).click();
      await page.getByRole('textbox', { name: /answer/i }).fill(ANSWER);
      await page.getByText('Draft saved').waitFor();
      await take(page, 'task', 1180);

      await page.getByRole('button', { name: 'Complete', exact: true }).click();
      await ended(bot, workflowId);
      await page.getByText('Workflow completed').waitFor();
      await take(page, 'done', 1060);
    },
    240_000,
  );

  async function take(page: Page, name: string, height: number): Promise<void> {
    await page.setViewportSize({ width: 1280, height });
    await page.mouse.move(0, 0);
    await page.evaluate('document.fonts.ready.then(() => scrollTo(0, 0))');
    await page.screenshot({ path: join(images, `${name}.png`), animations: 'disabled', caret: 'hide' });
  }
});
