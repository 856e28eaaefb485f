import { ENGLISH } from './english.words';
import { GERMAN } from './german.words';
import type { Words } from './words';

const BUILT_IN: Readonly<Record<string, Words>> = { en: ENGLISH, de: GERMAN };

/** The languages whose words are built in. Templates can be of any. */
export const BUILT_IN_LANGUAGES: readonly string[] = Object.keys(BUILT_IN);
/** Of whoever has not chosen, in a tenant that has not either. */
export const DEFAULT_LANGUAGE = 'en';

const LONGEST_TAG = 35;
/** Of the scripts that are written from the right. */
const RIGHT_TO_LEFT = ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg'];

/** The language as BCP 47 writes it, such as `de-CH`; undefined for what is none. */
export function languageTag(text: string): string | undefined {
  if (text.length > LONGEST_TAG) return undefined;
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    return undefined;
  }
}

/** The language itself and those that it belongs to, the nearest first: `de-CH`, `de`. */
export function nearestFirst(language: string): string[] {
  const parts = language.split('-');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
}

/** The built-in words of the language; English where there are none. */
export function wordsOf(language: string): Words {
  for (const tag of nearestFirst(language)) {
    const words = Object.hasOwn(BUILT_IN, tag) ? BUILT_IN[tag] : undefined;
    if (words !== undefined) return words;
  }
  return ENGLISH;
}

/** How the text runs. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const script = new Intl.Locale(language).maximize().script ?? '';
  return RIGHT_TO_LEFT.includes(script) ? 'rtl' : 'ltr';
}
