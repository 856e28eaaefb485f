import { ActionIcon, Anchor, Text, Tooltip } from '@mantine/core';
import { IconMail, IconMailOpened } from '@tabler/icons-react';
import { Link } from 'react-router';
import { readFragment } from '../generated';
import type { NotificationsQuery } from '../generated/graphql';
import { TimeText } from '../time/time-text';
import classes from './bell.module.css';
import { NotificationParts } from './notification-operations';
import { notificationWords } from './notification.words';

export interface NotificationRowProps {
  notification: NotificationsQuery['notifications']['edges'][number]['node'];
  busy: boolean;
  onOpen: (id: string) => void;
  onRead: (id: string) => void;
  onUnread: (id: string) => void;
}

/** One thing that happened, with the way to its task. */
export function NotificationRow({ notification, busy, onOpen, onRead, onUnread }: NotificationRowProps) {
  const { id } = notification;
  const parts = readFragment(NotificationParts, notification);
  const isUnread = parts.readAt == null;
  const label = isUnread ? 'Mark as read' : 'Mark as unread';
  const subject = parts.taskTitle ?? parts.workflowKey;
  return (
    <li className={classes.row} data-unread={isUnread || undefined}>
      <div className={classes.what}>
        <div className={classes.sentence}>
          {isUnread && <span className="visually-hidden">Unread: </span>}
          {notificationWords(parts)}
        </div>
        {parts.taskId && parts.taskTitle ? (
          <Anchor component={Link} to={`/tasks/${parts.taskId}`} size="sm" onClick={() => onOpen(id)}>
            {parts.taskTitle}
          </Anchor>
        ) : parts.kind === 'WEBHOOK_DISABLED' ? (
          <Anchor component={Link} to="/workspace/webhooks" size="sm" onClick={() => onOpen(id)}>
            Webhooks
          </Anchor>
        ) : (
          subject && <Text size="sm">{subject}</Text>
        )}
        <Text size="xs" c="dimmed">
          <TimeText at={parts.at} />
        </Text>
      </div>
      <Tooltip label={label}>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={busy}
          aria-label={`${label}: ${subject ?? notificationWords(parts)}`}
          onClick={() => (isUnread ? onRead(id) : onUnread(id))}
        >
          {isUnread ? <IconMailOpened size={16} /> : <IconMail size={16} />}
        </ActionIcon>
      </Tooltip>
    </li>
  );
}
