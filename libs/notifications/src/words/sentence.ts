import type { MessageItem } from '../channels/notification-channel';
import { wordsOf } from './language';

/** What happened, in the language, without the task and without a full stop: for every channel. */
export function sentenceOf({ kind, count, actorName }: SentenceParts, language: string): string {
  const words = wordsOf(language);
  const sentence = words.sentences[kind](actorName);
  return count > 1 ? words.times(sentence, numberOf(count, language)) : sentence;
}

export type SentenceParts = Pick<MessageItem, 'kind' | 'count' | 'actorName'>;

export function numberOf(number: number, language: string): string {
  return new Intl.NumberFormat(language).format(number);
}

/** A moment by the clock of the person, with the zone: `1 Mar 2027, 10:00 CET`. */
export function dateOf(moment: Date, language: string, timeZone: string): string {
  // English alone has no time zone of Europe in its short form; British English has.
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, {
    ...{ year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' },
    ...{ timeZone, timeZoneName: 'short' },
  }).format(moment);
}
