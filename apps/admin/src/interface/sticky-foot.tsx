import type { ReactNode } from 'react';
import classes from './sticky-foot.module.css';

/** The end of a panel, with its buttons; it stays at the lower edge of the window while the panel goes on below that. */
export function StickyFoot({ children }: { children: ReactNode }) {
  return (
    <div className={classes.foot} data-foot>
      {children}
    </div>
  );
}
