import { Loader } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './next-steps.module.css';
import type { OutcomeStepState } from './outcome.words';

/** One line of "what happened next". */
export function OutcomeStep({
  state,
  title,
  children,
}: {
  state: OutcomeStepState;
  title: string;
  children?: ReactNode;
}) {
  return (
    <li className={classes.step} data-state={state}>
      <span className={classes.sign} aria-hidden>
        {state === 'done' && <IconCheck size={14} stroke={2.4} />}
        {state === 'failed' && <IconX size={14} stroke={2.4} />}
        {state === 'going' && <Loader size={12} color="petrol" />}
      </span>
      <div className={classes.text}>
        <div className={classes.title}>{title}</div>
        {children && <div className={classes.detail}>{children}</div>}
      </div>
    </li>
  );
}
