import { useRef } from 'react';
import type { SelectionStore } from '../../bulk/selection-store';
import type { TaskRowFragment } from '../../generated/graphql';
import classes from './task-list.module.css';
import { TaskRow } from './task-row';
import type { ListCommands } from './use-claim-in-list';
import { useListKeys } from './use-list-keys';
import { useRowWindow } from './use-row-window';

export interface TaskRowsProps {
  rows: readonly TaskRowFragment[];
  /** More than these are to be loaded. */
  more: boolean;
  fresh: ReadonlySet<string>;
  commands: ListCommands;
  selection: SelectionStore | null;
}

/** The rows of a list, of which those near what is seen are drawn. */
export function TaskRows({ rows, more, fresh, commands, selection }: TaskRowsProps) {
  const list = useRef<HTMLUListElement>(null);
  const { items, height, margin, measure, keep, focusRow } = useRowWindow(list, rows);
  useListKeys(list, rows, { ...commands, selection, focusRow });
  return (
    <ul
      className={classes.rows}
      style={{ height }}
      aria-label="Tasks"
      tabIndex={-1}
      ref={list}
      onFocus={({ target }) => {
        const row = rows[Number(target.closest('li')?.dataset.index)];
        if (row) keep(row.id);
      }}
    >
      {items.map(({ index, start }) => {
        const task = rows[index];
        return (
          task && (
            <TaskRow
              key={task.id}
              task={task}
              index={index}
              size={more ? -1 : rows.length}
              top={start - margin}
              measure={measure}
              fresh={fresh.has(task.id)}
              onClaim={commands.claim}
              selection={selection}
            />
          )
        );
      })}
    </ul>
  );
}
