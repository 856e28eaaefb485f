import { Tooltip } from '@mantine/core';
import { IconAlarm, IconClockExclamation } from '@tabler/icons-react';
import classes from './due-text.module.css';
import { dueState, pausedDue, relativeTime, shortSpan } from './relative-time';
import { useNow } from './use-now';

const absolute = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' });

export interface DueTextProps {
  dueAt: string | null;
  /** Since when the clock stands still; null while it runs. */
  pausedAt?: string | null;
}

/** When a task is due; marked by colour, icon and word when it is near or past. */
export function DueText({ dueAt, pausedAt = null }: DueTextProps) {
  const now = useNow();
  if (!dueAt) return <span className={classes.none}>No due date</span>;
  const date = new Date(dueAt);
  if (pausedAt) return <span className={classes.none}>{pausedDue(date, new Date(pausedAt))}</span>;
  const state = dueState(date, now);
  const overdue = state === 'overdue';
  return (
    <Tooltip label={`Due ${absolute.format(date)}`}>
      <time dateTime={dueAt} className={classes.due} data-state={state}>
        {overdue && <IconClockExclamation size={15} aria-hidden />}
        {state === 'soon' && <IconAlarm size={15} aria-hidden />}
        {overdue ? `Overdue ${shortSpan(now.getTime() - date.getTime())}` : `Due ${relativeTime(date, now)}`}
      </time>
    </Tooltip>
  );
}
