import type { FieldPolicy, Reference } from '@apollo/client';
import { type Connection, mergeEdges } from './merge-edges';

type CachedPages = Connection<{ cursor: string; node: Reference }>;

/** How Apollo keeps a list with a `filter`: a page after a cursor is appended, a page from the top begins anew. */
export const pagesPolicy: FieldPolicy<CachedPages> = {
  keyArgs: ['filter'],
  merge: (existing, incoming, { args }) =>
    args?.after ? mergeEdges(existing, incoming, args.after as string, ({ node }) => node.__ref) : incoming,
};
