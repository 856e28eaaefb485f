import { useQuery, useSubscription } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { readFragment } from '../generated';
import {
  NotificationParts,
  NotificationReceived,
  NewestNotification,
  Notifications,
  UnreadNotifications,
} from './notification-operations';
import { notificationWords } from './notification.words';
import { notice } from './notices/notices';
import { toldOnce } from './notices/told-once';

/** How much is not read, kept up by the page's one subscription to it; tells of what is new outside the page. */
export function useUnread(): number {
  const navigate = useNavigate();
  const isNew = useNewest();
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
      // What was marked as unread again is old.
      if (!latest || !isNew(latest.id)) return;
      const parts = readFragment(NotificationParts, latest);
      const { taskId, taskTitle, kind } = parts;
      const text = {
        title: notificationWords(parts),
        body: taskTitle ?? '',
        tag: taskId ?? kind.toLowerCase(),
      };
      const open = (): void => {
        if (taskId) void navigate(`/tasks/${taskId}`);
      };
      void toldOnce(latest.id, () => notice(text, open));
    },
  });
  return unread;
}

/** Says of an id once whether it is newer than all that the person was told before. Ids grow. */
function useNewest(): (id: string) => boolean {
  // Null until it is read what there was as the page opened.
  const newest = useRef<string | null>(null);
  const { data } = useQuery(NewestNotification, { fetchPolicy: 'network-only' });
  useEffect(() => {
    if (data) newest.current ??= data.notifications.edges[0]?.node.id ?? '';
  }, [data]);
  return (id) => {
    if (newest.current === null || id <= newest.current) return false;
    newest.current = id;
    return true;
  };
}
