// Prints, as JSON, the first Chrome or Chromium that really opens a page here, or why none does.
// It runs as a program of its own because Jest must know before it collects the tests.
const { existsSync } = require('node:fs');
const { chromium } = require('playwright-core');

const INSTALLED = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

async function* candidates() {
  for (const executablePath of INSTALLED) {
    if (executablePath && existsSync(executablePath)) yield { executablePath, args: ['--no-sandbox'] };
  }
  const { default: bundled } = await import('@sparticuz/chromium');
  // Not with its own arguments: they turn the same-origin policy off and run all in one process.
  yield { executablePath: await bundled.executablePath(), args: ['--no-sandbox', '--disable-gpu'] };
}

async function opensPage(candidate) {
  const browser = await chromium.launch(candidate);
  try {
    await (await browser.newPage()).goto('data:text/html,<p>ok</p>');
  } finally {
    await browser.close();
  }
}

async function find() {
  const reasons = [];
  try {
    for await (const candidate of candidates()) {
      try {
        await opensPage(candidate);
        return { launch: candidate };
      } catch (error) {
        reasons.push(`${candidate.executablePath}: ${error.message.split('\n')[0]}`);
      }
    }
  } catch (error) {
    reasons.push(error.message);
  }
  return { reason: reasons.join('; ') };
}

find().then((found) => process.stdout.write(JSON.stringify(found)));
