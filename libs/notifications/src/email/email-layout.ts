import type { MessageLinks } from '../templates/template-variables';
import type { Words } from '../words/words';

const FONT = `-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif`;
/** What the classes look like in programs that know no style sheet, and in the light. */
const STYLES: Readonly<Record<string, string>> = {
  text: `margin:0 0 8px;font:15px/22px ${FONT};color:#1d2b2d`,
  dim: `margin:0 0 8px;font:13px/19px ${FONT};color:#5b6a6c`,
  buttons: `margin:14px 0 24px`,
  button: `display:inline-block;padding:9px 18px;border-radius:6px;background:#1f6f76;color:#ffffff;text-decoration:none;font:15px/22px ${FONT}`,
  card: `max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #dbe3e4;border-radius:10px`,
  page: `margin:0;padding:24px 12px;background:#f2f5f5`,
  link: `color:#5b6a6c`,
};

/** Colours of the dark for programs that know it; the others show the light ones of each element. */
const SHEET = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background: #14191a !important; }
  .card { background: #1e2526 !important; border-color: #354042 !important; color: #e6eced !important; }
  .text { color: #e6eced !important; }
  .dim, .link { color: #a9b5b7 !important; }
  .button { background: #2f8289 !important; color: #ffffff !important; }
}`;

export interface Frame {
  language: string;
  dir: string;
  links: MessageLinks;
  words: Words;
  workspace: string;
}

/** What stands around every mail, whoever wrote its template: where it comes from, and how to have no more of them. */
export function inLayout(body: string, { language, dir, links, words, workspace }: Frame): string {
  const link = (url: string, text: string) => `<a class="link" href="${escaped(url)}">${escaped(text)}</a>`;
  return styled(`<!doctype html>
<html lang="${escaped(language)}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<style>${SHEET}
</style>
</head>
<body class="page">
<div class="card">
${body}
<p class="dim">${escaped(words.workspace(workspace))}</p>
<p class="dim">${link(links.settings, words.settings)} · ${link(links.unsubscribe, words.unsubscribe)}</p>
</div>
</body>
</html>`);
}

/** Puts the style of each class where it is used; what people wrote is escaped, and has no quotes to be taken for one. */
function styled(html: string): string {
  return html.replace(/ class="(\w+)"(?! style=)/g, (attribute, name: string) =>
    Object.hasOwn(STYLES, name) ? `${attribute} style="${STYLES[name]}"` : attribute,
  );
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
