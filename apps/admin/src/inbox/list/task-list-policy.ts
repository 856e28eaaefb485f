import type { FieldPolicy, Reference } from '@apollo/client';
import { type Connection, mergeEdges } from '../../interface/paging/merge-edges';

type CachedList = Connection<{ cursor: string; node: Reference }>;

/** How Apollo keeps `Query.tasks`: one growing list for each filter and order, whatever the page size. */
export const taskListPolicy: FieldPolicy<CachedList> = {
  keyArgs: ['filter', 'orderBy'],
  merge: (existing, incoming, { args }) =>
    mergeEdges(existing, incoming, args?.after as string | null | undefined, (edge) => edge.node.__ref),
};
