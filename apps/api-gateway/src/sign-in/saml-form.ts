import { createHash } from 'node:crypto';
import type { Response } from 'express';

const SCRIPT = 'document.forms[0].submit()';
const HASH = createHash('sha256').update(SCRIPT).digest('base64');
const POLICY = `default-src 'none'; script-src 'sha256-${HASH}'; base-uri 'none'; frame-ancestors 'none'`;

/** A page that goes on to another site by a form; a person presses the button where scripts are off. */
export function sendForm(response: Response, url: string, fields: Readonly<Record<string, string>>): void {
  const inputs = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  response
    .status(200)
    .set({ 'content-security-policy': POLICY, 'cache-control': 'no-store' })
    .type('html')
    .send(
      `<!doctype html><html lang="en"><title>Signed out</title><form method="post" action="${escaped(url)}">${inputs.join('')}<button>Go on</button></form><script>${SCRIPT}</script></html>`,
    );
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
