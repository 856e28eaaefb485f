import classes from './priority-mark.module.css';
import { priorityLevel, priorityName } from './priority.words';

/** A priority as four bars and its name, so that it reads without colour. */
export function PriorityMark({ priority }: { priority: number }) {
  const level = priorityLevel(priority);
  return (
    <span className={classes.mark} data-level={level} title={`Priority ${priority} of 100`}>
      <svg width="16" height="14" viewBox="0 0 16 14" aria-hidden>
        {[1, 2, 3, 4].map((bar) => (
          <rect
            key={bar}
            x={(bar - 1) * 4.2}
            y={12 - bar * 3}
            width="3"
            height={bar * 3 + 1}
            rx="1"
            className={bar <= level ? classes.full : classes.empty}
          />
        ))}
      </svg>
      {priorityName(priority)}
    </span>
  );
}
