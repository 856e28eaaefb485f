import { Anchor, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconSearchOff } from '@tabler/icons-react';
import { Link } from 'react-router';
import classes from './task-list.module.css';
import { type InboxFilters, narrowing } from '../filters/filters';
import { type TabName, tabs } from '../tabs/tabs';

/** What an empty list says: that it is empty on purpose, and where to look next. */
export function EmptyList({ tab, filters }: { tab: TabName; filters: InboxFilters }) {
  const { emptyTitle, emptyText } = tabs[tab];
  const narrowed = filters.text !== '' || narrowing(filters) > 0;
  return (
    <Stack align="center" gap={6} py={64} px="md" className={classes.list}>
      {narrowed ? (
        <IconSearchOff size={34} stroke={1.3} color="var(--mantine-color-dimmed)" aria-hidden />
      ) : (
        <IconCircleCheck size={34} stroke={1.3} color="var(--mantine-color-dimmed)" aria-hidden />
      )}
      <Text component="h2" fw={600} fz="lg" m={0}>
        {narrowed ? 'No task found' : emptyTitle}
      </Text>
      <Text c="dimmed" ta="center">
        {narrowed
          ? narrowedText(filters)
          : filters.group
            ? 'No task of this group is in this list.'
            : emptyText}
      </Text>
      {(narrowed || filters.group) && (
        <Anchor component={Link} to={`/inbox?tab=${tab}`} replace>
          {narrowed ? 'Clear search and filters' : 'Show all groups'}
        </Anchor>
      )}
    </Stack>
  );
}

function narrowedText({ text }: InboxFilters): string {
  return text === ''
    ? 'No task of this list fits the filters.'
    : 'The search is for whole words, in title, description and context.';
}
