import { countText } from '../../interface/paging/count.words';
import { type TabName, tabs } from './tabs';
import type { Counts } from './task-counts';

/** "(3) Inbox · Orkestra": the number is what waits for the person, to be claimed or held by them, on every tab. */
export function titleWords(
  tab: TabName,
  counts: Pick<Counts, 'claimable' | 'assignedToMe' | 'cap'> | null,
): string {
  const place = tab === 'claim' ? 'Inbox' : `${tabs[tab].label} · Inbox`;
  const waiting = counts === null ? 0 : counts.claimable + counts.assignedToMe;
  const count = counts === null || waiting === 0 ? '' : `(${countText(waiting, counts.cap)}) `;
  return `${count}${place} · Orkestra`;
}
