import type { TaskStatus } from '../generated/graphql';
import { statusWords } from './status.words';
import classes from './status-badge.module.css';

/** The state of a task in a word and a tone. */
export function StatusBadge({ status }: { status: TaskStatus }) {
  return (
    <span className={classes.badge} data-status={status}>
      {statusWords[status]}
    </span>
  );
}
