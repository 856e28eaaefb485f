/** Somebody whom a comment speaks to. */
export interface Mention {
  id: string;
  displayName: string;
}

export interface MentionQuery {
  /** Where the `@` stands. */
  start: number;
  /** What was typed after it. */
  text: string;
}

const longestName = 60;

/** The name that is being typed before the caret, after an `@` that begins a word; null when none is. */
export function mentionAt(text: string, caret: number): MentionQuery | null {
  const start = text.slice(0, caret).lastIndexOf('@');
  if (start === -1 || caret - start > longestName) return null;
  const before = text[start - 1];
  if (before !== undefined && !/[\s(\[{"'„“]/.test(before)) return null;
  const typed = text.slice(start + 1, caret);
  if (/^\s|[\n@]|\s{2}/.test(typed)) return null;
  return { start, text: typed };
}

/** The text with a chosen name in the place of what was typed, and where the caret goes. */
export function withMention(
  text: string,
  { start, text: typed }: MentionQuery,
  { displayName }: Mention,
): { text: string; caret: number } {
  const written = `@${displayName} `;
  const rest = text.slice(start + 1 + typed.length).replace(/^ /, '');
  return { text: text.slice(0, start) + written + rest, caret: start + written.length };
}

/** Those of the chosen people whose name still stands in the text. */
export function mentionedIn(text: string, chosen: readonly Mention[]): Mention[] {
  const written = new Set(
    splitMentions(text, chosen).flatMap((piece) => (piece.isMention ? piece.text : [])),
  );
  return chosen.filter(
    ({ id, displayName }, index) =>
      written.has(`@${displayName}`) && chosen.findIndex((other) => other.id === id) === index,
  );
}

/** The text in pieces, so that mentions can be marked; longer names first, for one may begin another. */
export function splitMentions(
  text: string,
  mentions: readonly Mention[],
): { text: string; isMention: boolean }[] {
  const names = mentions
    .map(({ displayName }) => `@${displayName}`)
    .sort((one, other) => other.length - one.length);
  const pieces: { text: string; isMention: boolean }[] = [];
  let plain = '';
  for (let at = 0; at < text.length;) {
    const name = names.find((candidate) => text.startsWith(candidate, at));
    if (name === undefined) {
      plain += text[at];
      at += 1;
      continue;
    }
    if (plain) pieces.push({ text: plain, isMention: false });
    pieces.push({ text: name, isMention: true });
    plain = '';
    at += name.length;
  }
  if (plain) pieces.push({ text: plain, isMention: false });
  return pieces;
}
