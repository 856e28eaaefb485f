import classes from './json-block.module.css';

/** Data that is too deep to lay out: folded away, with a hint of its size. */
export function JsonBlock({ value, label = 'Data' }: { value: unknown; label?: string }) {
  const size = Array.isArray(value) ? `${value.length} items` : `${Object.keys(value ?? {}).length} fields`;
  return (
    <details className={classes.block}>
      <summary>
        {label} <span className={classes.size}>({size})</span>
      </summary>
      <pre tabIndex={0}>{JSON.stringify(value, null, 2)}</pre>
    </details>
  );
}
