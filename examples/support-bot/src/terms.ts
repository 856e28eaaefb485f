/** Words that say nothing about what a question is about. */
const STOP_WORDS = new Set(
  (
    'a about after all already also am an and any are as at be been before but by can could did do does done for from get ' +
    'getting give go got had has have hello help hey hi how i if in into is it its just know let like make may me ' +
    'might much must my need no not of ok on one or our out please put should so some t take tell than thank thanks that ' +
    'the their them then there these they thing this to too until up us use very want was way we were what ' +
    'which while who why will with would yes you your re s ve ll d m don doesn didn isn won'
  ).split(' '),
);

const ENDINGS: [RegExp, string][] = [
  [/ies$/, 'y'],
  [/(ss|us|is)$/, '$1'],
  [/(ch|sh|x)es$/, '$1'],
  [/([^s])s$/, '$1'],
];

/** The searchable form of a word, or null for a word that says nothing. */
export function toTerm(word: string): string | null {
  const lower = word.toLowerCase();
  if (lower.length < 2 || STOP_WORDS.has(lower)) return null;
  const ending = ENDINGS.find(([pattern]) => pattern.test(lower));
  const singular = ending ? lower.replace(...ending) : lower;
  return singular.replace(/(ed|ing)$/, (suffix) => (singular.length > suffix.length + 3 ? '' : suffix));
}
