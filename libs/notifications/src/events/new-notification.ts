/** A row for one person and one event, as the columns are called. */
export interface NewNotification {
  tenant_id: string;
  person_id: string;
  event_id: string;
  kind: string;
  task_id: string | null;
  workflow_key: string | null;
  conversation_id: string | null;
  actor_kind: string;
  actor_id: string;
  params: Record<string, unknown>;
  count: number;
  at: Date;
}

/** So many rows a statement takes: Postgres cannot tell beforehand how many JSON holds, and plans for few. */
const ROWS_AT_ONCE = 1_000;

export function* inParts<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE)
    yield rows.slice(start, start + ROWS_AT_ONCE);
}

/** The rows with those of one person, task and kind put together: the newest, with the count of all. */
export function together<Row extends NewNotification>(
  rows: readonly Row[],
  more: (row: Row) => string = () => '',
): Row[] {
  const byKey = new Map<string, Row>();
  for (const row of rows) {
    const subject = row.task_id ?? row.event_id;
    const key = [row.tenant_id, row.person_id, subject, row.kind, more(row)].join('/');
    const earlier = byKey.get(key);
    byKey.set(key, earlier === undefined ? row : { ...row, count: row.count + earlier.count });
  }
  return [...byKey.values()];
}
