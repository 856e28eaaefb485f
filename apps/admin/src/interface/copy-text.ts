import { announce } from './announcer';
import { putOnClipboard } from './table/put-on-clipboard';

/** Puts a text on the clipboard, and says so. */
export async function copyText(text: string): Promise<void> {
  await putOnClipboard(text);
  announce('Copied.');
}
