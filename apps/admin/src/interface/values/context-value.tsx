import { Anchor } from '@mantine/core';
import classes from './context-value.module.css';
import { Fact, FactList } from './fact-list';
import { JsonBlock } from './json-block';
import { LongText } from './long-text';
import { isRecord } from './is-record';
import {
  inReadingOrder,
  isEmptyValue,
  readableKey,
  readableNumber,
  readSources,
  webAddress,
} from './readable';
import { SourceList } from './source-list';

const deepest = 2;

export interface ContextValueProps {
  value: unknown;
  name?: string;
  depth?: number;
}

/** Any JSON as a person reads it. It is always text: nothing in it is taken as markup. */
export function ContextValue({ value, name = '', depth = 0 }: ContextValueProps) {
  if (isEmptyValue(value)) return <span className={classes.empty}>None</span>;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return readableNumber(value, name);
  if (typeof value === 'string') return <TextValue text={value} />;

  const sources = readSources(value);
  if (sources) {
    return (
      <SourceList sources={sources} drawRest={(rest) => <ContextValue value={rest} depth={deepest} />} />
    );
  }
  if (Array.isArray(value)) return <ListValue items={value} depth={depth} />;
  if (!isRecord(value) || depth > deepest) return <JsonBlock value={value} />;
  return (
    <FactList>
      {inReadingOrder(value).map(([key, part]) => (
        <Fact key={key} name={readableKey(key)}>
          <ContextValue value={part} name={key} depth={depth + 1} />
        </Fact>
      ))}
    </FactList>
  );
}

function TextValue({ text }: { text: string }) {
  const address = webAddress(text);
  if (!address) return <LongText text={text} />;
  return (
    <Anchor href={address} target="_blank" rel="noopener noreferrer">
      {text}
    </Anchor>
  );
}

function ListValue({ items, depth }: { items: unknown[]; depth: number }) {
  if (items.length > 20 || depth > deepest) return <JsonBlock value={items} />;
  return (
    <ul className={classes.list}>
      {items.map((item, index) => (
        <li key={index}>
          <ContextValue value={item} depth={depth + 1} />
        </li>
      ))}
    </ul>
  );
}
