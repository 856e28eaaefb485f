import { useEffect, useId } from 'react';
import { guardLeaving } from './leave-guards';

export interface LeaveGuardProps {
  /** Whether something would be lost by going to another page. */
  onLeave: boolean;
  /** Whether something would be lost by closing the window; as `onLeave` where nothing else is said. */
  onClose?: boolean;
  /** What would be lost. */
  children: string;
  onDiscard?: (() => void) | undefined;
}

/**
 * Asks before what was not saved gets lost; there may be any number of them on a page. A session that ends does not ask:
 * nobody could save it then.
 */
export function LeaveGuard({ onLeave, onClose = onLeave, children, onDiscard }: LeaveGuardProps) {
  const id = useId();
  useEffect(() => {
    if (!onLeave) return;
    return guardLeaving(id, { lost: children, discard: onDiscard });
  });
  useEffect(() => {
    if (!onClose) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [onClose]);
  return null;
}
