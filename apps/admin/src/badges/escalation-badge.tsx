import { IconArrowBigUpLines } from '@tabler/icons-react';
import classes from './escalation-badge.module.css';

/** How often the task was escalated; nothing for one that never was. */
export function EscalationBadge({ level }: { level: number }) {
  if (level === 0) return null;
  return (
    <span className={classes.badge}>
      <IconArrowBigUpLines size={14} aria-hidden /> Escalated{level > 1 && `, level ${level}`}
    </span>
  );
}
