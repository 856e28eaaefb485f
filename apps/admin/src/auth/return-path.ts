const HERE = 'http://orkestra.invalid';

/** The address of the sign-in page that leads back to `path`; `ended` tells why the person is there. */
export function signInPath(path: string, ended = false): string {
  const params = new URLSearchParams();
  if (path !== '/' && path !== '/inbox') params.set('next', path);
  if (ended) params.set('ended', '1');
  return params.size > 0 ? `/sign-in?${params.toString()}` : '/sign-in';
}

/** A `next` parameter that stays on this site; anything else leads to the inbox. */
export function safeReturnPath(next: string | null): string {
  if (!next?.startsWith('/') || !URL.canParse(next, HERE)) return '/inbox';
  const url = new URL(next, HERE);
  const elsewhere = url.host !== 'orkestra.invalid' || url.pathname.startsWith('//');
  if (elsewhere || url.pathname === '/sign-in') return '/inbox';
  return `${url.pathname}${url.search}${url.hash}`;
}
