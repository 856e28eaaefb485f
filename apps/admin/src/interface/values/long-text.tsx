import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import classes from './long-text.module.css';

const shortEnough = 900;

/** Text as it is, line breaks kept; a very long one is cut until asked for. */
export function LongText({ text }: { text: string }) {
  const [open, setOpen] = useState(false);
  const long = text.length > shortEnough;
  return (
    <div className={classes.text}>
      {long && !open ? `${text.slice(0, shortEnough)}…` : text}
      {long && (
        <UnstyledButton className={classes.more} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Show less' : 'Show all'}
        </UnstyledButton>
      )}
    </div>
  );
}
