import classes from './json-block.module.css';
import { visibleText } from './visible-text';

export interface JsonBlockProps {
  value: unknown;
  label?: string;
  /** Unfolded from the start. */
  open?: boolean;
  /** In full height when unfolded. */
  whole?: boolean;
}

/** Data that is too deep to lay out: folded away, with a hint of its size. */
export function JsonBlock({ value, label = 'Data', open = false, whole = false }: JsonBlockProps) {
  const size = Array.isArray(value)
    ? counted(value.length, 'item')
    : counted(Object.keys(value ?? {}).length, 'field');
  return (
    <details className={classes.block} open={open} data-whole={whole || undefined}>
      <summary>
        {label} <span className={classes.size}>({size})</span>
      </summary>
      <pre tabIndex={0}>{visibleText(JSON.stringify(value, null, 2))}</pre>
    </details>
  );
}

function counted(count: number, what: string): string {
  return `${count} ${count === 1 ? what : `${what}s`}`;
}
