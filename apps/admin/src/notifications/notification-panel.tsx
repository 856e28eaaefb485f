import { useMutation, useQuery } from '@apollo/client/react';
import { Anchor, Button, Switch } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { ErrorNotice } from '../errors/error-notice';
import { ErrorText } from '../errors/error-text';
import type { NotificationsQuery } from '../generated/graphql';
import { PageLoader } from '../interface/page-loader';
import { ShowMore } from '../interface/paging/show-more';
import { useSave } from '../settings/use-save';
import classes from './bell.module.css';
import {
  MarkNotificationsRead,
  MarkNotificationUnread,
  Notifications,
  UnreadNotifications,
} from './notification-operations';
import { NotificationRow } from './notification-row';

export interface NotificationPanelProps {
  titleId: string;
  unread: number;
  onClose: () => void;
}

/** What the viewer was told, the newest first. */
export function NotificationPanel({ titleId, unread, onClose }: NotificationPanelProps) {
  const [onlyUnread, setOnlyUnread] = useState(false);
  const save = useSave();
  const refetchQueries = [Notifications, UnreadNotifications];
  const [markRead] = useMutation(MarkNotificationsRead, { refetchQueries });
  const [markUnread] = useMutation(MarkNotificationUnread, { refetchQueries });
  const read = (ids: string[] | null, done: string) =>
    save.run(() => markRead({ variables: { input: { ids } } }), done);
  return (
    <>
      <div className={classes.head}>
        <h2 id={titleId} className={classes.title}>
          Notifications
        </h2>
        <Switch
          size="xs"
          label="Only unread"
          checked={onlyUnread}
          onChange={(event) => setOnlyUnread(event.currentTarget.checked)}
        />
      </div>
      <div className={classes.body}>
        <NotificationList
          unread={onlyUnread}
          busy={save.busy}
          onOpen={(id) => {
            void read([id], 'Marked as read.');
            onClose();
          }}
          onRead={(id) => void read([id], 'Marked as read.')}
          onUnread={(id) =>
            void save.run(() => markUnread({ variables: { input: { id } } }), 'Marked as unread.')
          }
        />
        {save.refused && <ErrorText>{save.refused.message}</ErrorText>}
      </div>
      <div className={classes.foot}>
        <Button
          size="compact-sm"
          variant="subtle"
          disabled={unread === 0}
          loading={save.busy}
          onClick={() => void read(null, 'All are marked as read.')}
        >
          Mark all as read
        </Button>
        <Anchor component={Link} to="/notifications" size="sm" onClick={onClose}>
          Settings
        </Anchor>
      </div>
    </>
  );
}

interface NotificationListProps {
  unread: boolean;
  busy: boolean;
  onOpen: (id: string) => void;
  onRead: (id: string) => void;
  onUnread: (id: string) => void;
}

function NotificationList({ unread, ...actions }: NotificationListProps) {
  const { data, error, refetch, fetchMore } = useQuery(Notifications, {
    variables: { unread },
    fetchPolicy: 'network-only',
  });
  if (!data) {
    if (!error) return <PageLoader />;
    const again = () => void refetch().catch(() => undefined);
    return <ErrorNotice title="The notifications could not be read" error={error} onRetry={again} />;
  }
  const { edges, pageInfo } = data.notifications;
  if (edges.length === 0) {
    return (
      <p className={classes.empty}>{unread ? 'You have read everything.' : 'Nothing has happened yet.'}</p>
    );
  }
  return (
    <>
      <ul className={classes.list} aria-label="Notifications">
        {edges.map(({ node }) => (
          <NotificationRow key={node.id} notification={node} {...actions} />
        ))}
      </ul>
      {pageInfo.hasNextPage && (
        <ShowMore
          onMore={() => fetchMore({ variables: { unread, after: pageInfo.endCursor }, updateQuery: joined })}
        />
      )}
    </>
  );
}

function joined(
  before: NotificationsQuery,
  { fetchMoreResult }: { fetchMoreResult: NotificationsQuery },
): NotificationsQuery {
  const edges = [...before.notifications.edges, ...fetchMoreResult.notifications.edges];
  return { notifications: { ...fetchMoreResult.notifications, edges } };
}
