import type { Page } from '@orkestra/core';
import type { PageInfo } from './page-info.type';

export interface Connection<T> {
  edges: { cursor: string; node: T }[];
  pageInfo: PageInfo;
}

interface Asked {
  after?: string | null | undefined;
}

/** A page in the shape of a GraphQL connection; an empty one where there is none. */
export function toConnection<T>(page: Page<T> | null, { after }: Asked): Connection<T> {
  const { items, cursors, endCursor, hasNextPage } = page ?? NOTHING;
  return {
    edges: items.map((node, index) => ({ cursor: cursors[index] ?? '', node: node })),
    pageInfo: { startCursor: cursors[0] ?? null, endCursor, hasPreviousPage: after != null, hasNextPage },
  };
}

const NOTHING: Page<never> = { items: [], cursors: [], endCursor: null, hasNextPage: false };
