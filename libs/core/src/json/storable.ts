export const NUL_MESSAGE = 'A text holds the character NUL (U+0000), which cannot be stored. Leave it out.';

/** Levels of objects and lists in a JSON value that is kept. */
export const DEEPEST_JSON = 100;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Why a value cannot be kept as JSON in Postgres, in a sentence; null when it can. */
export function unstorable(value: unknown, levels = DEEPEST_JSON): string | null {
  if (typeof value === 'string') return unstorableText(value);
  if (typeof value === 'number') return Number.isFinite(value) ? null : 'Holds a number that is too large.';
  if (typeof value !== 'object') {
    return value === undefined || typeof value === 'boolean' ? null : 'Is not a JSON value.';
  }
  if (value === null) return null;
  if (levels === 0) return `Is nested deeper than ${DEEPEST_JSON} levels.`;
  for (const [name, member] of Object.entries(value)) {
    const problem = unstorableText(name) ?? unstorable(member, levels - 1);
    if (problem !== null) return problem;
  }
  return null;
}

function unstorableText(text: string): string | null {
  if (text.includes('\0')) return NUL_MESSAGE;
  return LONE_SURROGATE.test(text) ? 'A text holds half a character (a lone surrogate). Leave it out.' : null;
}
