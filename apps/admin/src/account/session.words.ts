const BROWSERS = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;

const SYSTEMS = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
] as const;

/** A browser as people call it; what it says of itself where it is none of the known ones. */
export function browserWords(userAgent: string | null): string {
  if (userAgent === null || userAgent === '') return 'Unknown browser';
  const [, browser] = BROWSERS.find(([mark]) => userAgent.includes(mark)) ?? [];
  const [, system] = SYSTEMS.find(([mark]) => userAgent.includes(mark)) ?? [];
  if (browser === undefined) return userAgent.slice(0, 60);
  return system === undefined ? browser : `${browser} on ${system}`;
}

const METHODS: Readonly<Record<string, string>> = {
  password: 'by password',
  passkey: 'by passkey',
  oidc: 'by directory (OpenID)',
  saml: 'by directory (SAML)',
  'password+totp': 'by password and app',
  'password+passkey': 'by password and passkey',
  'password+recovery-code': 'by password and recovery code',
};

export function methodWords(method: string): string {
  return METHODS[method] ?? `by ${method}`;
}
