/** The anchors of a page's headings, as code hosts and the site make them. */
export function anchorsOf(page: string): string[] {
  const seen = new Map<string, number>();
  return [...page.matchAll(/^#{1,6} +(.+?) *$/gm)].map(([, heading]) => {
    const anchor = anchorOf(heading ?? '');
    const times = seen.get(anchor) ?? 0;
    seen.set(anchor, times + 1);
    return times === 0 ? anchor : `${anchor}-${times}`;
  });
}

function anchorOf(heading: string): string {
  return heading
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Mark}\p{Number}_\- ]/gu, '')
    .replaceAll(' ', '-');
}
