import { convert } from 'html-to-text';
import { createElement as h, Fragment, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { ChannelMessage, MessageItem } from '../channels/notification-channel';
import { dueWords, sentenceOf } from './email.words';

/** Colours of the dark as well, for clients that know it; the others show the light ones of each element. */
const STYLE = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  @media (prefers-color-scheme: dark) {
    .page { background: #14191a !important; }
    .card { background: #1e2526 !important; border-color: #354042 !important; }
    .text { color: #e6eced !important; }
    .dim { color: #a9b5b7 !important; }
    .button { background: #2f8289 !important; color: #ffffff !important; }
  }`;

const FONT = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const text = { fontFamily: FONT, fontSize: '15px', lineHeight: '22px', color: '#1d2b2d', margin: '0 0 8px' };
const dim = { ...text, fontSize: '13px', lineHeight: '19px', color: '#5b6a6c' };
const button = {
  fontFamily: FONT,
  display: 'inline-block',
  padding: '9px 18px',
  borderRadius: '6px',
  background: '#1f6f76',
  color: '#ffffff',
  fontSize: '15px',
  textDecoration: 'none',
};

export interface Letter {
  html: string;
  text: string;
}

export interface LetterLinks {
  settings: string;
  unsubscribe: string;
}

/** A message as HTML and as text. Whatever people wrote is escaped: nothing of it becomes markup. */
export function writeLetter(message: ChannelMessage, links: LetterLinks): Letter {
  const html = `<!doctype html>${renderToStaticMarkup(h(LetterPage, { message, links }))}`;
  return { html, text: convert(html, { wordwrap: 100 }) };
}

function LetterPage({ message, links }: { message: ChannelMessage; links: LetterLinks }): ReactElement {
  const { items, recipient, tenant } = message;
  return h(
    'html',
    { lang: 'en' },
    h(
      'head',
      null,
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('meta', { name: 'supported-color-schemes', content: 'light dark' }),
      h('style', null, STYLE),
    ),
    h(
      'body',
      { className: 'page', style: { margin: 0, padding: '24px 12px', background: '#f2f5f5' } },
      h(
        'div',
        {
          className: 'card',
          style: {
            maxWidth: '560px',
            margin: '0 auto',
            padding: '24px',
            background: '#ffffff',
            border: '1px solid #dbe3e4',
            borderRadius: '10px',
          },
        },
        h('p', { className: 'text', style: text }, `Hello ${recipient.displayName},`),
        items.map((item, index) => h(ItemPart, { key: index, item, isLast: index === items.length - 1 })),
        h(
          'p',
          { className: 'dim', style: { ...dim, marginTop: '20px' } },
          `Orkestra, workspace ${tenant.name}`,
        ),
        h(
          'p',
          { className: 'dim', style: dim },
          h(
            'a',
            { className: 'dim', style: { color: dim.color }, href: links.settings },
            'Choose what you are told',
          ),
          ' · ',
          h(
            'a',
            { className: 'dim', style: { color: dim.color }, href: links.unsubscribe },
            'No more mails like this',
          ),
        ),
      ),
    ),
  );
}

function ItemPart({ item, isLast }: { item: MessageItem; isLast: boolean }): ReactElement {
  const { task, workflowKey, url } = item;
  return h(
    Fragment,
    null,
    h('p', { className: 'text', style: { ...text, fontWeight: 600 } }, `${sentenceOf(item)}.`),
    task !== null && h('p', { className: 'text', style: text }, task.title),
    task === null && workflowKey !== null && h('p', { className: 'text', style: text }, workflowKey),
    task?.dueAt != null && h('p', { className: 'dim', style: dim }, dueWords(task.dueAt)),
    h(
      'p',
      { style: { margin: isLast ? '14px 0 0' : '14px 0 24px' } },
      h(
        'a',
        { className: 'button', style: button, href: url },
        task === null ? 'Open Orkestra' : 'Open the task',
      ),
    ),
  );
}
