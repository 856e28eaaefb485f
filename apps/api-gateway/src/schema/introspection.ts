import type { Config } from '@orkestra/core';

/** Whether callers may read the schema from the server. */
export function mayIntrospect({
  GRAPHQL_INTROSPECTION,
  NODE_ENV,
}: Pick<Config, 'GRAPHQL_INTROSPECTION' | 'NODE_ENV'>): boolean {
  return GRAPHQL_INTROSPECTION ?? NODE_ENV !== 'production';
}
