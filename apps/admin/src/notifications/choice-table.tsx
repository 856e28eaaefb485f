import { NativeSelect, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { NotificationKind, NotificationMode } from '../generated/graphql';
import classes from './choice-table.module.css';
import { KIND_LABELS } from './notification.words';
import { channelLabel, modeChoices } from './preferences/preference.words';

interface Cell {
  kind: NotificationKind;
  channel: string;
  mode: NotificationMode;
  locked: boolean;
}

export interface ChoiceTableProps {
  caption: string;
  channels: readonly string[];
  cells: readonly Cell[];
  /** Whether what is locked may be changed here all the same. */
  mayUnlock?: boolean;
  onChange: (cell: Cell, mode: NotificationMode) => void;
  /** Beside each choice. */
  aside?: (cell: Cell) => ReactNode;
}

/** How each kind is told by each channel. */
export function ChoiceTable({
  caption,
  channels,
  cells,
  mayUnlock = false,
  onChange,
  aside,
}: ChoiceTableProps) {
  const kinds = [...new Set(cells.map(({ kind }) => kind))];
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            {channels.map((channel) => (
              <th key={channel} scope="col">
                {channelLabel(channel)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{KIND_LABELS[kind]}</th>
              {channels.map((channel) => {
                const cell = cells.find((one) => one.kind === kind && one.channel === channel);
                if (cell === undefined) return <td key={channel} />;
                return (
                  <td key={channel}>
                    <NativeSelect
                      size="xs"
                      aria-label={`${KIND_LABELS[kind]}: ${channelLabel(channel)}`}
                      data={modeChoices(channel)}
                      value={cell.mode}
                      disabled={cell.locked && !mayUnlock}
                      onChange={(event) => onChange(cell, event.currentTarget.value as NotificationMode)}
                    />
                    {cell.locked && !mayUnlock && (
                      <Text size="xs" c="dimmed">
                        Set by your administrators
                      </Text>
                    )}
                    {aside?.(cell)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
