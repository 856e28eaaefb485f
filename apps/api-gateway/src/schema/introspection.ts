import type { Config } from '@orkestra/core';

/** Whether callers may read the schema from the server. */
export function mayIntrospect({
  GRAPHQL_INTROSPECTION,
  isProduction,
}: Pick<Config, 'GRAPHQL_INTROSPECTION' | 'isProduction'>): boolean {
  return GRAPHQL_INTROSPECTION ?? !isProduction;
}
