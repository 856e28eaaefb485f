import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import classes from './capped.module.css';

/** What is long, cut at a height until somebody asks for the rest, or goes into it by key or click. */
export function Capped({ children }: { children: ReactNode }) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [long, setLong] = useState(false);
  useEffect(() => {
    const [content] = box.current?.children ?? [];
    if (!content) return;
    const observer = new ResizeObserver(() => setLong(content.scrollHeight > capOf(box.current)));
    observer.observe(content);
    return () => observer.disconnect();
  }, []);
  const cut = long && !open;
  const enter = (target: Element): void => {
    const edge = box.current?.getBoundingClientRect().bottom ?? 0;
    if (cut && target.getBoundingClientRect().bottom > edge) setOpen(true);
  };
  return (
    <>
      <div
        id={id}
        ref={box}
        className={classes.box}
        data-cut={cut || undefined}
        data-long={long || undefined}
        onFocus={({ target }) => enter(target)}
        onClick={({ target }) => {
          // What unfolds in it would go on beyond the cut.
          if (target instanceof Element && target.closest('summary, [aria-expanded]')) setOpen(true);
        }}
      >
        <div>{children}</div>
      </div>
      {long && (
        <Button
          className={classes.more}
          size="compact-sm"
          variant="subtle"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => {
            if (open) box.current?.parentElement?.scrollIntoView({ block: 'start' });
            setOpen(!open);
          }}
        >
          {open ? 'Show less' : 'Show more'}
        </Button>
      )}
    </>
  );
}

/** From when on it is worth a cut: a little more than the cut would not be. */
function capOf(box: HTMLElement | null): number {
  return box ? parseFloat(getComputedStyle(box).getPropertyValue('--cap')) * 1.25 : Infinity;
}
