import { withoutDeceiving } from '@orkestra/core';

const LONGEST = 255;
const FORBIDDEN = /[<>:"|?*]/g;
const LONGEST_EXTENSION = 20;

/** A name to show and to save under: the last part of any path, without what no file system takes, never empty. */
export function safeFileName(given: string | undefined): string {
  const last = (given ?? '').normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const cleaned = withoutDeceiving(last)
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
