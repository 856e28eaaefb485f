import { isRecord } from './is-record';
import { visibleText } from './visible-text';

/** A key of someone's data as a person reads it: `conversationId` → "Conversation id". */
export function readableKey(key: string): string {
  const words = key
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_\-.]+/g, ' ')
    .trim()
    .toLowerCase();
  return words === '' ? key : words.charAt(0).toUpperCase() + words.slice(1);
}

/** Whether a value is nothing, or an empty text, list or object, which is worth no line. */
export function isEmptyValue(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isRecord(value) && Object.keys(value).length === 0;
}

const early = /^(question|request|message|subject|summary|reason)$/i;
const next = /^(draft|suggestion|proposal|recommendation|answer|handled.?by)$/i;

/**
 * The parts of an object in the order in which a person wants them, because the database does not keep the writer's
 * order: what is asked, what is proposed, short facts, and long lists last.
 */
export function inReadingOrder(value: Record<string, unknown>): [key: string, value: unknown][] {
  const rank = ([key, part]: [string, unknown]): number => {
    if (early.test(key)) return 0;
    if (next.test(key)) return 1;
    return typeof part === 'object' && part !== null ? 3 : 2;
  };
  return Object.entries(value).sort((one, other) => rank(one) - rank(other));
}

/**
 * The address if it is one that may become a link; `javascript:` and the like may not, nor what reads as another host
 * than the one it leads to: a name before an `@`, characters that are not seen.
 */
export function webAddress(text: unknown): string | null {
  if (typeof text !== 'string' || !/^https?:\/\/\S+$/i.test(text)) return null;
  if (visibleText(text) !== text || !URL.canParse(text)) return null;
  const { username, password } = new URL(text);
  return username === '' && password === '' ? text : null;
}

export interface Source {
  title: string;
  url: string | null;
  score: number | null;
  excerpt: string | null;
  rest: Record<string, unknown>;
}

/** Reads `[{ title, url?, score?, excerpt? }, …]` as a list of sources; null when it is something else. */
export function readSources(value: unknown): Source[] | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const sources = value.map(readSource);
  return sources.every((source) => source !== null) ? sources : null;
}

function readSource(value: unknown): Source | null {
  if (!isRecord(value)) return null;
  const { title, name, url, link, score, excerpt, snippet, text, ...rest } = value;
  const label = title ?? name;
  const shown = excerpt ?? snippet ?? text;
  const described = shown !== undefined || url !== undefined || link !== undefined || score !== undefined;
  if (typeof label !== 'string' || !described) return null;
  return {
    title: label,
    url: webAddress(url ?? link),
    score: typeof score === 'number' ? score : null,
    excerpt: typeof shown === 'string' ? shown : null,
    rest,
  };
}
