const LONGEST = 255;
/** Control characters, and those that turn the direction of writing, which make `exe.png` out of `gnp.exe`. */
const DECEIVING = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;
const FORBIDDEN = /[<>:"|?*]/g;
const LONGEST_EXTENSION = 20;

/** A name to show and to save under: the last part of any path, without what no file system takes, never empty. */
export function safeFileName(given: string | undefined): string {
  const last = (given ?? '').normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const cleaned = last
    .replace(DECEIVING, '')
    .replace(FORBIDDEN, '_')
    .trim()
    .replace(/[. ]+$/, '');
  return cleaned === '' ? 'file' : shortened(cleaned);
}

/** The name cut to the longest that is allowed, with its extension. */
function shortened(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= LONGEST) return name;
  const dot = characters.lastIndexOf('.');
  const extension = dot > 0 && characters.length - dot <= LONGEST_EXTENSION ? characters.slice(dot) : [];
  return [...characters.slice(0, LONGEST - extension.length), ...extension].join('');
}
