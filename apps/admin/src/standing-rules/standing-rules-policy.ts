import type { FieldPolicy, Reference } from '@apollo/client';
import { type Connection, mergeEdges } from '../interface/paging/merge-edges';

type CachedRules = Connection<{ cursor: string; node: Reference }>;

/** How Apollo keeps `Query.standingRules`: a page after a cursor is appended, a page from the top begins anew. */
export const standingRulesPolicy: FieldPolicy<CachedRules> = {
  keyArgs: ['filter'],
  merge: (existing, incoming, { args }) =>
    args?.after ? mergeEdges(existing, incoming, args.after as string, ({ node }) => node.__ref) : incoming,
};
