import { createHash } from 'node:crypto';
import { withoutDeceiving } from '@orkestra/core';
import type { Response } from 'express';

/** Markup that was put together by `markup`, and by nothing else. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = string | number | Html | null | readonly Html[];

/** Markup with values in it, each of them escaped; nothing that people wrote becomes markup, or turns what stands around it. */
export function markup(texts: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(texts.map((text, nth) => text + (nth < parts.length ? markupOf(parts[nth]) : '')).join(''));
}

function markupOf(part: Part | undefined): string {
  if (part === null || part === undefined) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('');
  return escaped(String(part));
}

function escaped(text: string): string {
  const lines = text.split('\n').map(withoutDeceiving).join('\n');
  return lines.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const STYLE = `
:root{color-scheme:light dark;--page:#f2f5f5;--card:#fff;--line:#c9d3d4;--text:#1d2b2d;--dim:#546466;--accent:#1f6f76;--on:#fff;--bad:#a32020}
@media (prefers-color-scheme:dark){:root{--page:#14191a;--card:#1e2526;--line:#44525a;--text:#e6eced;--dim:#a9b5b7;--accent:#7cc7cd;--on:#0d1a1b;--bad:#ff9d9d}}
*{box-sizing:border-box}
body{margin:0;padding:16px;background:var(--page);color:var(--text);font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif}
main{max-width:640px;margin:0 auto;padding:24px;background:var(--card);border:1px solid var(--line);border-radius:10px;overflow-wrap:anywhere}
h1{font-size:1.35rem;line-height:1.3;margin:0 0 8px}h2{font-size:1.05rem;margin:24px 0 8px}
p{margin:0 0 12px}.dim{color:var(--dim)}.bad{color:var(--bad);font-weight:600}.text{white-space:pre-wrap}
dl{margin:0 0 12px}dt{color:var(--dim);font-size:.9rem}dd{margin:0 0 8px;white-space:pre-wrap}
dd dl{margin:4px 0 0;padding-left:12px;border-left:2px solid var(--line)}
form+p{margin-top:20px}
form{margin:20px 0 0;padding:20px 0 0;border-top:1px solid var(--line)}
label,legend{display:block;font-weight:600;margin:0 0 4px;padding:0}fieldset{border:0;margin:0 0 16px;padding:0}
.choice{font-weight:400;display:flex;gap:8px;align-items:baseline;margin:0 0 4px}
.field{margin:0 0 16px}.help{color:var(--dim);font-size:.9rem;margin:0 0 4px}
input:not([type=radio]):not([type=checkbox]),textarea,select{width:100%;padding:8px 10px;font:inherit;color:var(--text);background:var(--card);border:1px solid var(--dim);border-radius:6px}
textarea{min-height:6em}
button{padding:10px 20px;font:inherit;font-weight:600;color:var(--on);background:var(--accent);border:1px solid var(--accent);border-radius:6px;cursor:pointer}
button.second{color:var(--text);background:var(--card);border-color:var(--dim)}
a{color:var(--accent)}:focus-visible{outline:3px solid var(--accent);outline-offset:2px}`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

export interface Page {
  title: string;
  body: Html;
  status?: number;
}

/** A page that needs no script and loads nothing, and of which nobody keeps a copy. */
export function sendHtml(response: Response, { title, body, status = 200 }: Page): void {
  const page = markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="robots" content="noindex" />
        <title>${title} · Orkestra</title>
        <style>${new Html(STYLE)}</style>
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`;
  response
    .status(status)
    .set({ 'content-security-policy': POLICY, 'cache-control': 'no-store', 'x-robots-tag': 'noindex' })
    .type('html')
    .send(page.text);
}
