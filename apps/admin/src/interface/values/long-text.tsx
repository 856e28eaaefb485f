import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import classes from './long-text.module.css';

const shortEnough = 900;

/** Text as it is, line breaks kept; a very long one is cut until asked for, unless it has to be seen whole. */
export function LongText({ text, whole = false }: { text: string; whole?: boolean }) {
  const [open, setOpen] = useState(whole);
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
