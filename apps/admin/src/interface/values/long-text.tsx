import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { usePrinting } from './use-printing';
import { LinkedText } from './linked-text';
import classes from './long-text.module.css';

const shortEnough = 900;
/** What is longer scrolls in a box of its own: what comes after it has to be reachable. */
const pageFits = 12_000;

/** Text as it is, line breaks kept; a very long one is cut until asked for, unless it has to be seen whole. */
export function LongText({ text, whole = false }: { text: string; whole?: boolean }) {
  const [open, setOpen] = useState(whole);
  const printing = usePrinting();
  const long = text.length > shortEnough;
  const cut = long && !open && !printing;
  const boxed = text.length > pageFits && !cut && !whole;
  return (
    <div className={classes.text}>
      {boxed ? (
        <div className={classes.box} tabIndex={0} role="group" aria-label="Long text">
          <LinkedText text={text} />
        </div>
      ) : (
        <LinkedText text={cut ? `${text.slice(0, shortEnough)}…` : text} />
      )}
      {long && (
        <UnstyledButton className={classes.more} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Show less' : 'Show all'}
        </UnstyledButton>
      )}
    </div>
  );
}
