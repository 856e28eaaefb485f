import { Skeleton } from '@mantine/core';
import classes from './task-list.module.css';

/** The list's shape while it is read for the first time. */
export function SkeletonRows() {
  return (
    <div className={classes.list} role="status" aria-label="Loading tasks">
      {[62, 48, 70, 40, 56, 66].map((width, index) => (
        <div
          key={index}
          style={{ padding: '11px 14px', borderTop: index ? '1px solid var(--line)' : undefined }}
        >
          <Skeleton height={12} width={`${width}%`} mb={8} />
          <Skeleton height={9} width="22%" />
        </div>
      ))}
    </div>
  );
}
