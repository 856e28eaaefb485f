import { Badge, Button } from '@mantine/core';
import type { SessionsQuery } from '../generated/graphql';
import classes from '../settings/settings.module.css';
import { TimeText } from '../time/time-text';
import { browserWords, methodWords } from './session.words';

export interface SessionRowProps {
  session: SessionsQuery['sessions']['edges'][number]['node'];
  busy: boolean;
  onEnd: () => void;
}

export function SessionRow({ session, busy, onEnd }: SessionRowProps) {
  const browser = browserWords(session.userAgent ?? null);
  return (
    <li className={classes.row}>
      <div className={classes.rowMain}>
        <div className={classes.rowTitle}>{browser}</div>
        <div className={classes.rowText}>
          {session.remoteAddress ?? 'Unknown address'} · {methodWords(session.method)} · signed in{' '}
          <TimeText at={session.createdAt} />, used <TimeText at={session.lastSeenAt} />
        </div>
      </div>
      {session.current ? (
        <Badge variant="light">This one</Badge>
      ) : (
        <Button
          size="xs"
          variant="default"
          disabled={busy}
          onClick={onEnd}
          aria-label={`End the session in ${browser}`}
        >
          End
        </Button>
      )}
    </li>
  );
}
