const KEYS =
  /\.(pem|key|p12|pfx|jks|keystore|ppk|asc|gpg|kdbx|env|envrc)$|^(id_(rsa|dsa|ecdsa|ed25519)|.*\.env\..*)/i;
const CREDENTIALS = /(credential|secret|password|service[-_]?account).*\.(json|ya?ml|toml|ini|txt|csv)$/i;
const WRITABLE = /\.(ts|mts|cts|json|md)$/;

/** @param path inside the project, with slashes */
export function whyNotRead(path: string): string | undefined {
  const names = path.split('/');
  if (names.includes('node_modules'))
    return 'of node_modules only the types of @orkestra/sdk (node_modules/@orkestra/sdk/**/*.d.ts) can be read';
  const hidden = names.find((name) => name.startsWith('.'));
  if (hidden !== undefined) return `files and folders that begin with a dot, such as ${hidden}, are private`;
  const name = names.at(-1) ?? '';
  if (KEYS.test(name) || CREDENTIALS.test(name)) return 'keys and credentials are private';
  return undefined;
}

/** @param sources the folder of the sources in the project, such as `src/`, or empty for all of it */
export function whyNotWrite(path: string, sources: string): string | undefined {
  const unreadable = whyNotRead(path);
  if (unreadable !== undefined) return unreadable;
  if (!path.startsWith(sources)) return `only files in ${sources} can be written`;
  if (/^(package(-lock)?|tsconfig.*|npm-shrinkwrap)\.json$/.test(path.split('/').at(-1) ?? ''))
    return 'the developer changes packages and settings themselves';
  return WRITABLE.test(path) ? undefined : 'only .ts, .json and .md files can be written';
}
