import { Anchor } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import { Link } from 'react-router';
import classes from './overdue-link.module.css';
import { countText } from '../../interface/paging/count.words';
import { useTaskCounts } from './task-counts';

/** The way to what is late; nothing when nothing is. */
export function OverdueLink() {
  const counts = useTaskCounts();
  if (!counts?.overdue) return null;
  return (
    <Anchor component={Link} to="/inbox?tab=open&due=overdue" size="sm" className={classes.overdue}>
      <IconClockExclamation size={15} aria-hidden /> {countText(counts.overdue, counts.cap)} overdue
    </Anchor>
  );
}
