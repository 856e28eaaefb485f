import { Button, Group, MultiSelect, Select, TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import type { TaskOrder } from '../../generated/graphql';
import { type DueChoice, type FilterName, type InboxFilters, narrowing, orderChoices } from './filters';
import { GroupSelect } from './group-select';
import classes from './filter-bar.module.css';
import { SearchField } from './search-field';
import { statusWords } from '../../badges/status.words';
import { type TabName, tabs } from '../tabs/tabs';
import { useTyped } from '../../interface/use-typed';

export interface FilterBarProps {
  tab: TabName;
  filters: InboxFilters;
  onChange: (changes: Partial<Record<FilterName, string | null>>) => void;
}

const orderWords: Partial<Record<TaskOrder, string>> = {
  DUE_ASC: 'Due first',
  PRIORITY_DESC: 'Most urgent first',
  CREATED_DESC: 'Newest first',
  CREATED_ASC: 'Oldest first',
};
const dueWords: Record<DueChoice, string> = { overdue: 'Overdue', today: 'Today', week: 'In 7 days' };

/** Search, queue and order; the other filters fold out. */
export function FilterBar({ tab, filters, onChange }: FilterBarProps) {
  const active = narrowing(filters);
  const [wanted, setWanted] = useState(active > 0);
  const open = wanted || active > 0;
  return (
    <search className={classes.filters} aria-label="Tasks">
      <Group gap="xs" align="end">
        <SearchField value={filters.text} onChange={(text) => onChange({ q: text })} />
        <GroupSelect value={filters.group} onChange={(group) => onChange({ group })} />
        {tab !== 'closed' && (
          <Select
            aria-label="Order"
            size="xs"
            w={150}
            allowDeselect={false}
            data={orderChoices.map((value) => ({ value, label: orderWords[value] ?? value }))}
            value={filters.order ?? 'DUE_ASC'}
            onChange={(order) => onChange({ sort: order === 'DUE_ASC' ? null : order })}
          />
        )}
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFilter size={14} aria-hidden />}
          aria-expanded={open}
          aria-controls="more-filters"
          onClick={() => {
            setWanted(!open);
            if (open) onChange(noMore);
          }}
        >
          {open ? 'Fewer filters' : 'More filters'}
        </Button>
      </Group>
      <div id="more-filters" hidden={!open}>
        {open && <MoreFilters tab={tab} filters={filters} onChange={onChange} />}
      </div>
    </search>
  );
}

const noMore = { status: null, priority: null, due: null, type: null };

function MoreFilters({ tab, filters, onChange }: FilterBarProps) {
  const statuses = tabs[tab].filter.status;
  const type = useTyped(filters.type, (value) => onChange({ type: value }));
  return (
    <Group gap="xs" mt="xs" align="end">
      {statuses.length > 1 && (
        <MultiSelect
          aria-label="Status"
          placeholder={filters.status.length === 0 ? 'Any status' : ''}
          size="xs"
          miw={170}
          maw={320}
          clearable
          data={statuses.map((value) => ({ value, label: statusWords[value] }))}
          value={filters.status}
          onChange={(status) => onChange({ status: status.join(',') || null })}
        />
      )}
      <Select
        aria-label="Priority"
        placeholder="Any priority"
        size="xs"
        w={140}
        clearable
        data={[
          { value: 'urgent', label: 'Urgent' },
          { value: 'high', label: 'High' },
          { value: 'medium', label: 'Medium' },
          { value: 'low', label: 'Low' },
        ]}
        value={filters.priority}
        onChange={(priority) => onChange({ priority })}
      />
      <Select
        aria-label="Due"
        placeholder="Due any time"
        size="xs"
        w={140}
        clearable
        data={Object.entries(dueWords).map(([value, label]) => ({ value, label }))}
        value={filters.due}
        onChange={(due) => onChange({ due })}
      />
      <TextInput aria-label="Type" placeholder="Any type" size="xs" w={150} maxLength={100} {...type} />
    </Group>
  );
}
