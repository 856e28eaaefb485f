import { isRecord } from '../interface/values/is-record';

/** One part that differs between two versions; `before` or `after` is undefined where a version lacks it. */
export interface VersionChange {
  /** The way to it by keys, `['lines', '2', 'amount']`. */
  path: string[];
  before: unknown;
  after: unknown;
}

const deepest = 6;
const most = 100;

/** What differs between two versions, part by part; at most 100 parts. */
export function changesBetween(before: unknown, after: unknown): VersionChange[] {
  const changes: VersionChange[] = [];
  collect(before, after, [], changes);
  return changes.slice(0, most);
}

function collect(before: unknown, after: unknown, path: string[], changes: VersionChange[]): void {
  if (changes.length >= most || isSame(before, after)) return;
  const parts = path.length < deepest && keysOf(before, after);
  if (!parts) {
    changes.push({ path, before, after });
    return;
  }
  for (const key of parts) collect(partOf(before, key), partOf(after, key), [...path, key], changes);
}

/** The keys of either, where both are objects or both are lists; null where they can only be told as a whole. */
function keysOf(before: unknown, after: unknown): string[] | null {
  const bothLists = Array.isArray(before) && Array.isArray(after);
  if (!bothLists && !(isRecord(before) && isRecord(after))) return null;
  return [...new Set([...Object.keys(before), ...Object.keys(after)])];
}

function partOf(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return (value as unknown[])[Number(key)];
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function isSame(before: unknown, after: unknown): boolean {
  return before === after || JSON.stringify(before) === JSON.stringify(after);
}
