import { ActionIcon, Popover } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useId, useState } from 'react';
import classes from './bell.module.css';
import { NotificationPanel } from './notification-panel';
import { unreadWords } from './notification.words';
import { useUnread } from './use-unread';

/** The bell in the header: how much is not read, and the list of it. */
export function Bell({ className }: { className?: string | undefined }) {
  const [opened, setOpened] = useState(false);
  const unread = useUnread();
  const title = useId();
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={400}
      trapFocus
      returnFocus
      withinPortal
      withRoles={false}
    >
      <Popover.Target>
        <ActionIcon
          variant="transparent"
          className={`${classes.bell} ${className ?? ''}`}
          aria-label={unreadWords(unread)}
          aria-expanded={opened}
          aria-haspopup="dialog"
          onClick={() => setOpened((before) => !before)}
        >
          <IconBell size={19} stroke={1.6} />
          {unread > 0 && (
            <span className={classes.count} aria-hidden>
              {unread >= 100 ? '99+' : unread}
            </span>
          )}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-labelledby={title} className={classes.dropdown}>
        {opened && <NotificationPanel titleId={title} unread={unread} onClose={() => setOpened(false)} />}
      </Popover.Dropdown>
    </Popover>
  );
}
