import type { ChannelMessage, MessageItem } from '../channels/notification-channel';
import { dateOf, numberOf, sentenceOf } from '../words/sentence';
import { directionOf, wordsOf } from '../words/language';
import { cutSubject } from './template-engine';

/** Where a message leads besides to what it tells of. */
export interface MessageLinks {
  settings: string;
  unsubscribe: string;
  app: string;
  /** What can be done from the message itself. */
  actions?: readonly { label: string; url: string }[] | undefined;
}

/** So many things are listed in one message; the others are counted. */
const MOST_LISTED = 20;

/** What a template can name, and what it means. `sampleMessage` gives the examples. */
export const TEMPLATE_VARIABLES: readonly { name: string; meaning: string }[] = [
  { name: 'greeting', meaning: 'A greeting with the name, in the language.' },
  { name: 'name', meaning: 'The name of whoever gets it.' },
  { name: 'workspace', meaning: 'The name of the workspace.' },
  { name: 'language', meaning: 'The language, such as `de`.' },
  { name: 'dir', meaning: '`ltr`, or `rtl` where the language is written from the right.' },
  { name: 'subject', meaning: 'The subject that the built-in template would have.' },
  { name: 'count', meaning: 'How many things it tells of: more than one in a digest or a burst.' },
  { name: 'items', meaning: `What it tells of, the oldest first, at most ${MOST_LISTED}.` },
  { name: 'more', meaning: 'How many are not in `items`; 0 for none.' },
  { name: 'more_text', meaning: 'The same as a sentence; empty for none.' },
  { name: 'item', meaning: 'The first of `items`.' },
  { name: 'item.kind', meaning: 'What it is, such as `approval_asked`.' },
  { name: 'item.sentence', meaning: 'What happened, in the language, without a full stop.' },
  { name: 'item.actor', meaning: 'Who did it; empty for Orkestra itself.' },
  { name: 'item.count', meaning: 'How often it happened.' },
  { name: 'item.title', meaning: 'The title of the task, or the key of the workflow; empty for neither.' },
  { name: 'item.due', meaning: 'When the task is due, by the person’s clock; empty for never.' },
  { name: 'item.at', meaning: 'When it happened, by the person’s clock.' },
  { name: 'item.url', meaning: 'Where the person sees it.' },
  { name: 'item.label', meaning: 'What a button to there says, in the language.' },
  { name: 'actions', meaning: 'Buttons that do something at once, each with `label` and `url`; often none.' },
  { name: 'actions_text', meaning: 'That such buttons act in the name of whoever gets it; empty for none.' },
  { name: 'links.app', meaning: 'The address of Orkestra.' },
  { name: 'links.settings', meaning: 'Where the person chooses what they are told.' },
];

/** The values of the variables. All are always there, so that no message breaks a template that another did not. */
export function variablesOf(message: ChannelMessage, links: MessageLinks) {
  const { recipient, tenant, items } = message;
  const { language, timeZone } = recipient;
  const words = wordsOf(language);
  const shown = items.slice(0, MOST_LISTED).map((item) => itemOf(item, language, timeZone));
  const more = items.length - shown.length;
  return {
    greeting: words.hello(recipient.displayName),
    name: recipient.displayName,
    workspace: tenant.name,
    language,
    dir: directionOf(language),
    subject: builtInSubject(message),
    count: items.length,
    items: shown,
    item: shown[0],
    more,
    more_text: more === 0 ? '' : words.more(numberOf(more, language)),
    actions: (links.actions ?? []).map(({ label, url }) => ({ label, url })),
    actions_text: (links.actions ?? []).length === 0 ? '' : words.answersInYourName,
    links: { app: links.app, settings: links.settings },
  };
}

/** Of one task always the same, so that its messages stand together in every program. */
export function builtInSubject({ items, tenant, recipient: { language } }: ChannelMessage): string {
  const [first] = items;
  if (items.length > 1 || first === undefined)
    return cutSubject(`${wordsOf(language).several(numberOf(items.length, language))} · ${tenant.name}`);
  return cutSubject(
    `${first.task?.title ?? first.workflowKey ?? sentenceOf(first, language)} · ${tenant.name}`,
  );
}

function itemOf(item: MessageItem, language: string, timeZone: string) {
  const words = wordsOf(language);
  const { task } = item;
  return {
    kind: item.kind,
    sentence: sentenceOf(item, language),
    actor: item.actorName ?? '',
    count: item.count,
    title: task?.title ?? item.workflowKey ?? '',
    due: task?.dueAt == null ? '' : words.due(dateOf(task.dueAt, language, timeZone)),
    at: dateOf(item.at, language, timeZone),
    url: item.url,
    label: task === null ? words.openApp : words.openTask,
  };
}
