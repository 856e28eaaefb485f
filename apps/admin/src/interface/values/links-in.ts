import { webAddress } from './readable';

interface TextPart {
  text: string;
  /** Where a link leads; null for what is only text. */
  address: string | null;
}

/** From here on nobody looks for links, and the page would be slow with thousands of them. */
const longest = 50_000;

/** A text in parts that are links and parts that are not. What ends a sentence is no part of an address. */
export function linksIn(text: string): TextPart[] {
  if (text.length > longest || !/https?:\/\//i.test(text)) return [{ text, address: null }];
  const parts = text.split(/(https?:\/\/[^\s<>"'`\\^{|}]+)/i);
  return parts.flatMap((part, index) => {
    if (index % 2 === 0) return part === '' ? [] : [{ text: part, address: null }];
    const link = withoutEnd(part);
    const rest = part.slice(link.length);
    return [{ text: link, address: webAddress(link) }, ...(rest ? [{ text: rest, address: null }] : [])];
  });
}

function withoutEnd(link: string): string {
  const bare = link.replace(/[.,;:!?…]+$/, '');
  const unopened = /[)\]]$/.test(bare) && !/[([]/.test(bare);
  if (unopened) return withoutEnd(bare.slice(0, -1));
  return bare;
}
