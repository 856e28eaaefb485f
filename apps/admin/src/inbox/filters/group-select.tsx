import { Select } from '@mantine/core';
import { useViewer } from '../../viewer/viewer';
import { useTaskCounts } from '../tabs/task-counts';
import { countText } from '../../interface/paging/count.words';

const allGroups = '*';

/** The queue to look at, with how much is open in each. */
export function GroupSelect({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (group: string | null) => void;
}) {
  const { groups: own } = useViewer();
  const counts = useTaskCounts();
  const counted = counts?.byGroup ?? [];
  // An admin has the counts of all groups, a member of their own.
  const known = new Map(
    [...own, ...counted.map(({ group }) => group)].map((group) => [group.key, group.name]),
  );
  const options = [...known].map(([key, name]) => {
    const count = counted.find(({ group }) => group.key === key);
    return { value: key, label: count && counts ? `${name} (${countText(count.open, counts.cap)})` : name };
  });
  const chosen = value !== null && !known.has(value) ? [{ value, label: value }] : [];
  return (
    <Select
      aria-label="Group"
      size="xs"
      w={210}
      allowDeselect={false}
      data={[{ value: allGroups, label: 'All groups' }, ...options, ...chosen]}
      value={value ?? allGroups}
      onChange={(next) => onChange(next === allGroups ? null : next)}
    />
  );
}
