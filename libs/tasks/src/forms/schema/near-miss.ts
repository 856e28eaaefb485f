/** The one of some words that a word was meant to be: written otherwise in a letter, or in small and capital ones. */
export function nearMiss(word: string, words: Iterable<string>): string | undefined {
  for (const known of words) {
    if (known.length < 4 || Math.abs(known.length - word.length) > 1) continue;
    if (isOneStepAway(word.toLowerCase(), known.toLowerCase())) return known;
  }
  return undefined;
}

/** Whether a letter is missing, too many or another one, or two have changed places. */
function isOneStepAway(word: string, known: string): boolean {
  let same = 0;
  while (same < word.length && word[same] === known[same]) same += 1;
  const [rest, other] = [word.slice(same), known.slice(same)];
  return (
    rest === other ||
    rest.slice(1) === other ||
    rest === other.slice(1) ||
    rest.slice(1) === other.slice(1) ||
    (rest[0] === other[1] && rest[1] === other[0] && rest.slice(2) === other.slice(2))
  );
}
