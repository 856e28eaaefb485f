import type { Page } from 'playwright-core';
import type { TestBrowser } from './test-browser';
import type { TestSystem } from '../system/test-system';

/** A page of a visitor of their own who has signed in by password, at the inbox. */
export async function signedIn(
  browser: TestBrowser,
  system: TestSystem,
  email: string,
  locale?: string,
  scale?: number,
): Promise<Page> {
  const page = await browser.open(system.url('gateway'), locale, scale);
  const { tenant, password } = system.user(email);
  await page.getByLabel('Workspace').fill(tenant);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').first().fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Inbox' }).waitFor();
  return page;
}
