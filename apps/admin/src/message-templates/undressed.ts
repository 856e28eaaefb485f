/** A page without its styles, which the policy of this page would refuse, and those styles. */
export interface Undressed {
  html: string;
  sheets: string[];
}

const KEPT_AS = 'data-kept-style';

/**
 * Takes the styles out of a page; `dressed` puts them back by script, which the policy allows. As text: a document that is
 * made of it is under the policy already.
 */
export function undressed(html: string): Undressed {
  const sheets: string[] = [];
  const text = html
    .replace(/<style\b[^>]*>([\s\S]*?)<\/style\s*>/gi, (_all, sheet: string) => {
      sheets.push(sheet);
      return '';
    })
    .replace(/<[^>]*>/g, (tag) => tag.replace(/\sstyle(?=\s*=)/gi, ` ${KEPT_AS}`));
  const page = new DOMParser().parseFromString(text, 'text/html');
  // What the policy refuses in any case: it would only be noise.
  for (const element of page.querySelectorAll(
    'style, script, link, base, meta[http-equiv], iframe, object, embed',
  ))
    element.remove();
  for (const element of page.querySelectorAll('*'))
    for (const { name } of [...element.attributes]) if (/^on/i.test(name)) element.removeAttribute(name);
  for (const image of page.querySelectorAll('img[src]'))
    if (!/^data:/.test(image.getAttribute('src') ?? '')) image.removeAttribute('src');
  return { html: `<!doctype html>${page.documentElement.outerHTML}`, sheets };
}

/** Puts the styles into the page that the frame shows. */
export function dressed(frame: HTMLIFrameElement, { sheets }: Undressed): void {
  const page = frame.contentDocument;
  const Sheet = (frame.contentWindow as (Window & typeof globalThis) | null)?.CSSStyleSheet;
  if (page === null || Sheet === undefined) return;
  page.adoptedStyleSheets = sheets.map((text) => {
    const sheet = new Sheet();
    sheet.replaceSync(text);
    return sheet;
  });
  for (const element of page.querySelectorAll<HTMLElement>(`[${KEPT_AS}]`))
    element.style.cssText = element.getAttribute(KEPT_AS) ?? '';
}
