import type { WhoMay } from './graphql-pages';

/** What each operation needs, from the table in docs/reference/permissions.md. */
export function whoMayOf(permissionsPage: string): WhoMay {
  const rows = permissionsPage.matchAll(/^\| `((?:Query|Mutation|Subscription)\.\w+)` \| (.+) \|$/gm);
  return new Map([...rows].map(([, operation, words]) => [operation ?? '', words ?? '']));
}
