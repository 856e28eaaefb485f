import { useQuery, useSubscription } from '@apollo/client/react';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { readFragment } from '../generated';
import {
  NotificationParts,
  NotificationReceived,
  Notifications,
  UnreadNotifications,
} from './notification-operations';
import { notificationWords } from './notification.words';
import { notice } from './notices';

/** How much is not read, kept up by the page's one subscription to it; tells of what is new outside the page. */
export function useUnread(): number {
  const navigate = useNavigate();
  const newest = useRef<string | null>(null);
  const { data, client } = useQuery(UnreadNotifications, { fetchPolicy: 'cache-and-network' });
  const unread = data?.unreadNotifications ?? 0;
  useSubscription(NotificationReceived, {
    ignoreResults: true,
    onData: ({ data: { data: received } }) => {
      if (!received) return;
      const { unreadNotifications, latest } = received.notificationReceived;
      client.writeQuery({ query: UnreadNotifications, data: { unreadNotifications } });
      // The list reads anew only where it is open.
      void client.refetchQueries({ include: [Notifications] });
      if (!latest || latest.id === newest.current || unreadNotifications <= unread) return;
      newest.current = latest.id;
      const parts = readFragment(NotificationParts, latest);
      const { taskId, taskTitle, kind } = parts;
      const text = {
        title: notificationWords(parts),
        body: taskTitle ?? '',
        tag: taskId ?? kind.toLowerCase(),
      };
      notice(text, () => {
        if (taskId) void navigate(`/tasks/${taskId}`);
      });
    },
  });
  return unread;
}
