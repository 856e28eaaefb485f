import { Button, Group, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCopy } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { usePrinting } from '../values/use-printing';
import { toCsv } from './csv';
import { putOnClipboard } from './put-on-clipboard';
import { isEmptyValue, readableKey } from '../values/readable';
import { type Row, sortedPositions, type Sorting, textOf } from './record-columns';
import classes from './record-table.module.css';
import { MASK } from '../values/revealing';
import { isSecretName } from '../values/secret-name';

const shownAtFirst = 20;

export interface RecordTableProps {
  /** What the rows are called where they stand. */
  name: string;
  columns: readonly string[];
  rows: readonly Row[];
  /** Draws one value; @param position of its row, as it came */
  draw: (value: unknown, column: string, row: Row, position: number) => ReactNode;
}

/** A list of records as a table: sorted by its headings, the first lines until more are asked for, copied as CSV. */
export function RecordTable({ name, columns, rows, draw }: RecordTableProps) {
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [whole, setWhole] = useState(false);
  const [isCopied, setCopied] = useState(false);
  const printing = usePrinting();
  const positions = sortedPositions(rows, sorting);
  const shown = whole || printing ? positions : positions.slice(0, shownAtFirst);
  const label = name === '' ? 'List' : readableKey(name);
  const copy = (): void => {
    const lines = positions.map((position) => columns.map((column) => copied(rows[position], column)));
    void putOnClipboard(toCsv([columns, ...lines])).then(() => setCopied(true));
  };
  return (
    <div className={classes.table} data-table>
      <div className={classes.box} tabIndex={0} role="group" aria-label={`${label}, ${rows.length} rows`}>
        <table>
          <caption className="visually-hidden">{label}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <Heading key={column} column={column} sorting={sorting} onSort={setSorting} />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((position) => {
              const row = rows[position] ?? {};
              return (
                <tr key={position}>
                  {columns.map((column) => (
                    <td key={column} data-number={typeof row[column] === 'number' || undefined}>
                      {!isEmptyValue(row[column]) && draw(row[column], column, row, position)}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <Group gap="sm" mt={6}>
        {rows.length > shownAtFirst && (
          <Button size="compact-xs" variant="default" aria-expanded={whole} onClick={() => setWhole(!whole)}>
            {whole ? 'Show less' : `Show ${rows.length - shownAtFirst} more`}
          </Button>
        )}
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconCopy size={13} aria-hidden />}
          onClick={copy}
        >
          Copy as CSV<span className="visually-hidden">: {label}</span>
        </Button>
        <span role="status" className={classes.copied}>
          {isCopied && 'Copied.'}
        </span>
      </Group>
    </div>
  );
}

interface HeadingProps {
  column: string;
  sorting: Sorting | null;
  onSort: (sorting: Sorting | null) => void;
}

/** Sorts upwards, then downwards, then as it came. */
function Heading({ column, sorting, onSort }: HeadingProps) {
  const own = sorting?.column === column ? sorting : null;
  const next =
    own === null ? { column, descending: false } : own.descending ? null : { column, descending: true };
  return (
    <th scope="col" aria-sort={own ? (own.descending ? 'descending' : 'ascending') : undefined}>
      <UnstyledButton className={classes.sort} onClick={() => onSort(next)}>
        {readableKey(column)}
        {own?.descending === false && <IconArrowUp size={13} aria-hidden />}
        {own?.descending === true && <IconArrowDown size={13} aria-hidden />}
      </UnstyledButton>
    </th>
  );
}

/** What was hidden on the page does not go to the clipboard. */
function copied(row: Row | undefined, column: string): string {
  const text = textOf(row?.[column]);
  return text !== '' && isSecretName(column) ? MASK : text;
}
