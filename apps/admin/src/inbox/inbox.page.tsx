import { Group, Select, Tabs } from '@mantine/core';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { PageHeading } from '../app/page-heading';
import { useViewer } from '../app/viewer';
import classes from './inbox.module.css';
import { lastInbox } from './last-opened';
import { TaskList } from './task-list';
import { tabNames, tabOf, tabs } from './tabs';

const allGroups = '*';

/** The operator's home: tasks in four tabs, live. Tab and group stand in the address. */
export function InboxPage() {
  const { groups } = useViewer();
  const [params, setParams] = useSearchParams();
  const tab = tabOf(params.get('tab'));
  const group = params.get('group');

  const address = params.size > 0 ? `/inbox?${params.toString()}` : '/inbox';
  useEffect(() => lastInbox.keep(address), [address]);

  const show = (name: 'tab' | 'group', value: string | null): void => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, { replace: true });
  };
  const options = [
    { value: allGroups, label: 'All groups' },
    ...groups.map(({ key, name }) => ({ value: key, label: name })),
  ];
  const known = !group || options.some(({ value }) => value === group);

  return (
    <>
      <title>{`${tabs[tab].label} · Orkestra`}</title>
      <Group justify="space-between" align="end" mb={10} gap="sm">
        <PageHeading>Inbox</PageHeading>
        <Select
          aria-label="Group"
          size="xs"
          w={190}
          allowDeselect={false}
          data={known ? options : [...options, { value: group, label: group }]}
          value={group ?? allGroups}
          onChange={(value) => show('group', value === allGroups ? null : value)}
        />
      </Group>
      <Tabs value={tab} onChange={(value) => show('tab', value)} keepMounted={false}>
        <Tabs.List aria-label="Task lists" className={classes.tabs}>
          {tabNames.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {tabs[name].label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabNames.map((name) => (
          <Tabs.Panel key={name} value={name} tabIndex={-1}>
            <TaskList key={`${name} ${group ?? ''}`} tab={name} group={group} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}
