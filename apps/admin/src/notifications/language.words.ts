/** Those that are offered although nobody has templates in them. */
const OFFERED = ['en', 'de', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'tr', 'ar', 'he', 'ja', 'zh'];

/** A language by its name, in English; the tag where the browser knows none. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** The languages given, and those that are offered to everybody, each once. */
export function languageChoices(given: readonly string[]): { value: string; label: string }[] {
  return [...new Set([...given, ...OFFERED])].map((value) => ({ value, label: languageName(value) }));
}
