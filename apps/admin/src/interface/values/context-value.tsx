import classes from './context-value.module.css';
import { Fact, FactList } from './fact-list';
import { JsonBlock } from './json-block';
import { LongText } from './long-text';
import { isRecord } from './is-record';
import { inReadingOrder, isEmptyValue, readableKey, readSources } from './readable';
import { NumberValue } from './number-value';
import { hasCurrency } from './readable-number';
import { MaskedValue } from './masked-value';
import { HiddenValue } from './hidden-value';
import { dateWords } from './moments-in-data';
import { columnsOf, type Row } from '../table/record-columns';
import { RecordTable } from '../table/record-table';
import { MASK, pathTo } from './revealing';
import { isSecretName } from './secret-name';
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
  const { value, name = '' } = props;
  const isText = typeof value === 'string' || typeof value === 'number';
  const isHidden = isText && value !== '' && value !== MASK && isSecretName(name);
  if (!isHidden) return <PlainValue {...props} />;
  return (
    <HiddenValue name={readableKey(name)}>
      <PlainValue {...props} />
    </HiddenValue>
  );
}

function PlainValue(props: ContextValueProps) {
  const { value, name = '', depth = 0, besideCurrency = false, asWritten = false, path } = props;
  if (isEmptyValue(value)) return <span className={classes.empty}>None</span>;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') {
    return <NumberValue value={value} name={name} besideCurrency={besideCurrency} />;
  }
  if (value === MASK && path !== undefined)
    return (
      <MaskedValue path={path} draw={(shown) => <PlainValue {...props} value={shown} path={undefined} />} />
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
  const date = dateWords(text);
  if (date !== null) {
    return (
      <time dateTime={text} title={text}>
        {date}
      </time>
    );
  }
  return <LongText text={text} />;
}

function ListValue({ items, depth, ...rest }: ContextValueProps & { items: unknown[]; depth: number }) {
  const columns = depth > deepest ? null : columnsOf(items, rest.asWritten ?? false);
  if (columns) {
    const draw = (value: unknown, column: string, row: Row, position: number) => (
      <ContextValue
        {...{ value, name: column, depth: deepest, besideCurrency: hasCurrency(row) }}
        asWritten={rest.asWritten ?? false}
        path={pathTo(pathTo(rest.path, position), column)}
      />
    );
    return <RecordTable name={rest.name ?? ''} columns={columns} rows={items as Row[]} draw={draw} />;
  }
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
