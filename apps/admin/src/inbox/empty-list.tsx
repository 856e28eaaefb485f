import { Anchor, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import classes from './task-list.module.css';
import { type TabName, tabs } from './tabs';

/** What an empty list says: that it is empty on purpose, and where to look next. */
export function EmptyList({ tab, group }: { tab: TabName; group: string | null }) {
  const { emptyTitle, emptyText } = tabs[tab];
  return (
    <Stack align="center" gap={6} py={64} px="md" className={classes.list}>
      <IconCircleCheck size={34} stroke={1.3} color="var(--mantine-color-dimmed)" aria-hidden />
      <Text component="h2" fw={600} fz="lg" m={0}>
        {emptyTitle}
      </Text>
      <Text c="dimmed" ta="center">
        {group ? 'No task of this group is in this list.' : emptyText}
      </Text>
      {group && (
        <Anchor component={Link} to={`/inbox?tab=${tab}`} replace>
          Show all groups
        </Anchor>
      )}
    </Stack>
  );
}
