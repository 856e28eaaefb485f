import { Badge } from '@mantine/core';
import { countText } from '../../interface/paging/count.words';
import type { TabName } from './tabs';
import { useTaskCounts } from './task-counts';

/** How much waits behind a tab; nothing for those that are not counted. */
export function TabCount({ tab }: { tab: TabName }) {
  const counts = useTaskCounts();
  if (counts === null || (tab !== 'claim' && tab !== 'mine')) return null;
  const count = tab === 'claim' ? counts.claimable : counts.assignedToMe;
  if (count === 0) return null;
  return (
    <Badge size="sm" variant="light" color="gray" radius="sm" tt="none">
      {countText(count, counts.cap)}
    </Badge>
  );
}
