import type { Page } from '@orkestra/core';

export interface Connection<T> {
  edges: { cursor: string; node: T }[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
}

/** A page in the shape of a GraphQL connection. */
export function toConnection<T>({ items, cursors, endCursor, hasNextPage }: Page<T>): Connection<T> {
  return {
    edges: items.map((node, index) => ({ cursor: cursors[index] ?? '', node })),
    pageInfo: { endCursor, hasNextPage },
  };
}
