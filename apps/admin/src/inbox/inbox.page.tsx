import { Group, Tabs } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { PageHeading } from '../interface/page-heading';
import { FilterBar } from './filters/filter-bar';
import { type FilterName, readFilters } from './filters/filters';
import classes from './inbox.module.css';
import { lastInbox } from './list/last-opened';
import { InboxTitle } from './tabs/inbox-title';
import { OverdueLink } from './tabs/overdue-link';
import { TabCount } from './tabs/tab-count';
import { TaskCountsProvider } from './tabs/task-counts';
import { TaskList } from './list/task-list';
import { tabNames, tabOf, tabs } from './tabs/tabs';

/** The operator's home: tasks in four tabs, live. Tab, filters and order stand in the address. */
export function InboxPage() {
  const [params, setParams] = useSearchParams();
  const tab = tabOf(params.get('tab'));
  const filters = useMemo(() => readFilters(params, tab), [params, tab]);

  const address = params.size > 0 ? `/inbox?${params.toString()}` : '/inbox';
  useEffect(() => lastInbox.keep(address), [address]);

  const show = (changes: Partial<Record<FilterName | 'tab', string | null>>): void =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: true },
    );

  return (
    <TaskCountsProvider>
      <InboxTitle tab={tab} />
      <Group justify="space-between" align="end" mb={10} gap="sm">
        <PageHeading>Inbox</PageHeading>
        <OverdueLink />
      </Group>
      <Tabs
        value={tab}
        // Each tab has statuses of its own, so the filter by status goes with the tab.
        onChange={(value) => show({ tab: value, status: null })}
        keepMounted={false}
      >
        <Tabs.List aria-label="Task lists" className={classes.tabs}>
          {tabNames.map((name) => (
            <Tabs.Tab key={name} value={name} rightSection={<TabCount tab={name} />}>
              {tabs[name].label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabNames.map((name) => (
          <Tabs.Panel key={name} value={name} tabIndex={-1}>
            <FilterBar tab={name} filters={filters} onChange={show} />
            <TaskList key={JSON.stringify([name, filters])} tab={name} filters={filters} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </TaskCountsProvider>
  );
}
