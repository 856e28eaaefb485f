import type { Response } from 'express';

const POLICY = `default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** A page without anything but a sentence and, with a token, a button; nothing of it comes from people. */
export function sendPage(response: Response, sentence: string, token?: string): void {
  // Letters, digits, `-` and `_`, or it had not been read.
  const form =
    token === undefined
      ? ''
      : `<form method="post" action="?token=${encodeURIComponent(token)}"><button>No more mails of this kind</button></form>`;
  response
    .set({ 'content-security-policy': POLICY, 'cache-control': 'no-store' })
    .type('html')
    .send(
      `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>Notifications · Orkestra</title><main><h1>Orkestra</h1><p>${sentence}</p>${form}</main></html>`,
    );
}
