import { Anchor } from '@mantine/core';
import classes from './context-value.module.css';
import { Fact, FactList } from './fact-list';
import { JsonBlock } from './json-block';
import { LongText } from './long-text';
import { isRecord } from './is-record';
import { inReadingOrder, isEmptyValue, readableKey, readSources, webAddress } from './readable';
import { NumberValue } from './number-value';
import { hasCurrency } from './readable-number';
import { MaskedValue } from './masked-value';
import { MASK, pathTo } from './revealing';
import { SourceList } from './source-list';

const deepest = 2;

export interface ContextValueProps {
  value: unknown;
  name?: string;
  depth?: number;
  /** Whether the object that it belongs to says in which currency its numbers are. */
  besideCurrency?: boolean;
  /** The parts of objects in the order in which they came, not in that of reading. */
  asWritten?: boolean;
  /** Where it stands in its task, for whoever reveals it: `/context/customer`. */
  path?: string;
}

/** Any JSON as a person reads it. It is always text: nothing in it is taken as markup. */
export function ContextValue(props: ContextValueProps) {
  const { value, name = '', depth = 0, besideCurrency = false, asWritten = false, path } = props;
  if (isEmptyValue(value)) return <span className={classes.empty}>None</span>;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') {
    return <NumberValue value={value} name={name} besideCurrency={besideCurrency} />;
  }
  if (value === MASK && path !== undefined)
    return (
      <MaskedValue path={path} draw={(shown) => <ContextValue {...props} value={shown} path={undefined} />} />
    );
  if (typeof value === 'string') return <TextValue text={value} />;

  const sources = readSources(value);
  if (sources) {
    return (
      <SourceList sources={sources} drawRest={(rest) => <ContextValue value={rest} depth={deepest} />} />
    );
  }
  if (Array.isArray(value)) return <ListValue {...props} items={value} depth={depth} />;
  if (!isRecord(value) || depth > deepest) return <JsonBlock value={value} />;
  const parts = asWritten ? Object.entries(value) : inReadingOrder(value);
  const money = hasCurrency(value);
  return (
    <FactList>
      {parts.map(([key, part]) => (
        <Fact key={key} name={readableKey(key)}>
          <ContextValue
            value={part}
            name={key}
            depth={depth + 1}
            besideCurrency={money}
            asWritten={asWritten}
            path={pathTo(path, key)}
          />
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

function ListValue({ items, depth, ...rest }: ContextValueProps & { items: unknown[]; depth: number }) {
  if (items.length > 20 || depth > deepest) return <JsonBlock value={items} />;
  return (
    <ul className={classes.list}>
      {items.map((item, index) => (
        <li key={index}>
          <ContextValue {...rest} value={item} depth={depth + 1} path={pathTo(rest.path, index)} />
        </li>
      ))}
    </ul>
  );
}
