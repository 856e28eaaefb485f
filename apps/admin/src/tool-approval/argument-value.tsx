import { JsonBlock } from '../interface/values/json-block';
import { LongText } from '../interface/values/long-text';
import classes from './tool-approval.module.css';
import { visibleText } from '../interface/values/visible-text';

/** A value of a tool's argument exactly as the tool would get it: nothing rounded, renamed or hidden. */
export function ArgumentValue({ value, whole }: { value: unknown; whole: boolean }) {
  if (typeof value === 'string') {
    return value === '' ? (
      <span className={classes.empty}>empty text</span>
    ) : (
      <LongText text={visibleText(value)} whole={whole} />
    );
  }
  if (Array.isArray(value) && value.length > 0 && value.length <= 20 && value.every(isScalar)) {
    return (
      <ul className={classes.values}>
        {value.map((item: unknown, index) => (
          <li key={index}>
            <ArgumentValue value={item} whole={whole} />
          </li>
        ))}
      </ul>
    );
  }
  if (isScalar(value)) return <code className={classes.code}>{JSON.stringify(value)}</code>;
  return <JsonBlock value={value} label={Array.isArray(value) ? 'List' : 'Object'} open whole={whole} />;
}

function isScalar(value: unknown): boolean {
  return value === null || typeof value !== 'object';
}
