import type { JsonObject } from '../command-line/exact-json';
import type { GatewayClient } from './gateway-client';
import { listOf, objectOf } from './request';

const PAGE = 100;

export interface Page {
  /** Each with its `cursor`. */
  readonly rows: readonly JsonObject[];
  /** Where to go on; undefined at the end. */
  readonly next: string | undefined;
}

export interface PagesWanted {
  readonly query: string;
  /** Of the connection in the answer. */
  readonly field: string;
  readonly variables: JsonObject;
  readonly after: string | undefined;
  /** At most so many rows. */
  readonly limit: number;
}

/** The pages of a list as they come, until it ends or there are enough rows. */
export async function* pagesOf(client: GatewayClient, wanted: PagesWanted): AsyncGenerator<Page> {
  const { query, field, variables, limit } = wanted;
  let after = wanted.after;
  for (let left = limit; left > 0;) {
    const first = Math.min(left, PAGE);
    const connection = objectOf((await client.read(query, { ...variables, first, after }))[field]);

    const { hasNextPage, endCursor } = objectOf(connection['pageInfo']);
    const rows = listOf(connection['edges']).map(({ node, cursor }) => ({ ...objectOf(node), cursor }));
    after = hasNextPage === true && typeof endCursor === 'string' ? endCursor : undefined;
    left -= rows.length;
    yield { rows, next: after };
    if (after === undefined) return;
  }
}
