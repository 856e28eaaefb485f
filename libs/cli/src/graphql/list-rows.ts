import { WrongUsageError } from '../command-line/command.errors';
import { type JsonObject, writeExactly } from '../command-line/exact-json';
import { numberOf, textOf } from '../command-line/option-values';
import { pagesOf } from './pages';
import type { RemoteCall } from './run-remote';

const FEW = 20;
const MOST = 100_000;

export interface ListOf {
  readonly query: string;
  /** Of the connection in the answer. */
  readonly field: string;
  readonly variables: JsonObject;
  readonly headings: readonly string[];
  readonly columns: (row: JsonObject) => readonly string[];
}

/** Writes a list page by page: a table, or with `--json` a line for each row. */
export async function listRows(
  { console, client, options, asJson }: RemoteCall,
  list: ListOf,
): Promise<void> {
  const all = options['all'] === true;
  const limit = numberOf(options, 'limit', [1, MOST]);
  if (all && limit !== undefined) throw new WrongUsageError('--all and --limit do not go together.');
  const wanted = { limit: all ? Infinity : (limit ?? FEW), after: textOf(options, 'after') };
  let written = 0;
  let more: string | undefined;
  for await (const { rows, next } of pagesOf(client, { ...list, ...wanted })) {
    const lines = asJson
      ? rows.map((row) => writeExactly(row))
      : console.table(list.headings, rows.map(list.columns), written === 0);
    if (rows.length > 0) await console.print(lines);
    written += rows.length;
    more = next;
  }
  if (written === 0 && !asJson) console.tell('There are none.');
  if (more !== undefined) console.tell(`There are more: --after ${more}`);
}
