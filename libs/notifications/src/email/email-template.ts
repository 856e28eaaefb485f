import { convert } from 'html-to-text';
import { Liquid } from 'liquidjs';
import type { ChannelMessage } from '../channels/notification-channel';
import { dueWords, sentenceOf } from './email.words';

export interface Letter {
  html: string;
  text: string;
}

export interface LetterLinks {
  settings: string;
  unsubscribe: string;
}

/** Everything is escaped unless a template says otherwise, and no template of ours does. */
const LIQUID = { outputEscape: 'escape', strictVariables: true, ownPropertyOnly: true } as const;
/** Made with the first letter: most processes write none. */
let render: ((values: object) => string) | undefined;

/** A message as HTML and as text. Nothing that people wrote becomes markup. */
export function writeLetter({ items, recipient, tenant }: ChannelMessage, links: LetterLinks): Letter {
  const html = (render ??= rendering())({
    name: recipient.displayName,
    workspace: tenant.name,
    links,
    items: items.map((item) => ({
      sentence: sentenceOf(item),
      subject: item.task?.title ?? item.workflowKey,
      due: item.task?.dueAt == null ? null : dueWords(item.task.dueAt),
      url: item.url,
      label: item.task === null ? 'Open Orkestra' : 'Open the task',
    })),
  });
  return { html, text: convert(html, { wordwrap: 100 }) };
}

function rendering(): (values: object) => string {
  const liquid = new Liquid(LIQUID);
  const letter = liquid.parse(LETTER);
  return (values) => liquid.renderSync(letter, values) as string;
}

const TEXT = `margin:0 0 8px;font:15px/22px -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:#1d2b2d`;
const DIM = `margin:0 0 8px;font:13px/19px -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:#5b6a6c`;
const BUTTON = `display:inline-block;padding:9px 18px;border-radius:6px;background:#1f6f76;color:#ffffff;text-decoration:none;font:15px/22px -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif`;
const CARD = `max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #dbe3e4;border-radius:10px`;

/** Colours of the dark for clients that know it; the others show the light ones of each element. */
const LETTER = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<style>
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background: #14191a !important; }
  .card { background: #1e2526 !important; border-color: #354042 !important; }
  .text { color: #e6eced !important; }
  .dim { color: #a9b5b7 !important; }
  .button { background: #2f8289 !important; color: #ffffff !important; }
}
</style>
</head>
<body class="page" style="margin:0;padding:24px 12px;background:#f2f5f5">
<div class="card" style="${CARD}">
<p class="text" style="${TEXT}">Hello {{ name }},</p>
{%- for item in items %}
<p class="text" style="${TEXT};font-weight:600">{{ item.sentence }}.</p>
{%- if item.subject %}
<p class="text" style="${TEXT}">{{ item.subject }}</p>
{%- endif %}
{%- if item.due %}
<p class="dim" style="${DIM}">{{ item.due }}</p>
{%- endif %}
<p style="margin:14px 0 24px"><a class="button" style="${BUTTON}" href="{{ item.url }}">{{ item.label }}</a></p>
{%- endfor %}
<p class="dim" style="${DIM}">Orkestra, workspace {{ workspace }}</p>
<p class="dim" style="${DIM}"><a class="dim" style="color:#5b6a6c" href="{{ links.settings }}">Choose what you are told</a> ·
<a class="dim" style="color:#5b6a6c" href="{{ links.unsubscribe }}">No more mails like this</a></p>
</div>
</body>
</html>`;
