import { join } from 'node:path';
import type { Page } from 'playwright-core';

const goods = ['Tent', 'Stove', '=HYPERLINK("x")', 'Sleeping bag with a lining of merino wool', 'Rope'];

/** Lines of an order as an agent hands them over. */
export function orderLines(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    sku: `SKU-${index + 1}`,
    article: goods[index % goods.length],
    qty: index + 1,
    price: 19.9 + index,
    currency: 'EUR',
    delivered: `2027-03-${String((index % 28) + 1).padStart(2, '0')}`,
  }));
}

/** Takes a picture of the window into the folder that `PICTURES_INTO` names, for whoever wants to look. */
export async function pictured(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES_INTO'];
  if (folder === undefined) return;
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' });
}
