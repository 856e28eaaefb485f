import { useEffect, useRef } from 'react';
import { announce } from '../../interface/announcer';
import { type InboxFilters, narrowing } from '../filters/filters';

/** Says to a screen reader how much a search or a filter found, once. */
export function useAnnouncedResult(
  filters: InboxFilters,
  found: { count: number; more: boolean } | null,
): void {
  const said = useRef(false);
  const narrowed = filters.text !== '' || narrowing(filters) > 0;
  useEffect(() => {
    if (!narrowed || found === null || said.current) return;
    said.current = true;
    announce(foundWords(found.count, found.more));
  }, [narrowed, found]);
}

function foundWords(count: number, more: boolean): string {
  if (count === 0 && !more) return 'No task found.';
  if (more) return `${count} tasks found, and more to load.`;
  return count === 1 ? '1 task found.' : `${count} tasks found.`;
}
