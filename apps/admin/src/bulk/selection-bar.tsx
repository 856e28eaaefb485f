import { Button, Checkbox, Group, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { BulkTaskAction, TaskRowFragment } from '../generated/graphql';
import { ErrorText } from '../errors/error-text';
import { BulkDialog, type BulkQuestion } from './bulk-dialog';
import { bulkActions, mostSelected } from './bulk.words';
import classes from './bulk.module.css';
import type { Bulk } from './use-bulk';
import type { SelectionStore } from './selection-store';
import { useSelectedRows } from './use-selection';

export interface SelectionBarProps {
  /** All that are loaded. */
  loaded: readonly TaskRowFragment[];
  selection: SelectionStore;
  bulk: Bulk;
  /** Stays in view even while nothing is selected. */
  sticky?: boolean;
  /** What else the bar shows, at its end. */
  children?: ReactNode;
}

const asked: BulkTaskAction[] = ['ASSIGN', 'SET_PRIORITY', 'SET_DUE_DATE', 'CANCEL'];

/** How many rows are selected, and what can be done with them all. */
export function SelectionBar({ loaded, selection, bulk, sticky, children }: SelectionBarProps) {
  const [question, setQuestion] = useState<BulkQuestion | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const { toggleAll, clear } = selection;
  const rows = useSelectedRows(selection, loaded);
  const count = rows.length;
  const most = Math.min(loaded.length, mostSelected);
  const offered = bulkActions.filter(({ needs }) => rows.some((row) => row.allowedActions.includes(needs)));

  const start = async (action: BulkTaskAction): Promise<void> => {
    setRefused(null);
    if (asked.includes(action)) return setQuestion(action as BulkQuestion);
    const error = await bulk.send({ action }, rows);
    if (error) setRefused(error.message);
    else clear();
  };
  return (
    <div
      className={classes.bar}
      role="group"
      aria-label="Selected tasks"
      data-active={count > 0 || sticky || undefined}
    >
      <Checkbox
        size="xs"
        aria-label={`Select all ${loaded.length} loaded tasks`}
        checked={count > 0 && count >= most}
        indeterminate={count > 0 && count < most}
        onChange={toggleAll}
      />
      <Text size="sm" fw={count > 0 ? 600 : undefined} c={count > 0 ? undefined : 'dimmed'}>
        {count === 0 ? 'Select tasks' : `${count} selected`}
        {count === mostSelected && ' (as many as one command takes)'}
      </Text>
      {count > 0 && (
        <Group gap={6}>
          {offered.map(({ action, label }) => (
            <Button
              key={action}
              size="compact-sm"
              variant={action === 'CANCEL' ? 'light' : 'default'}
              color={action === 'CANCEL' ? 'red' : undefined}
              disabled={bulk.busy}
              onClick={() => void start(action)}
            >
              {label}
            </Button>
          ))}
          <Button size="compact-sm" variant="subtle" color="gray" onClick={clear}>
            Clear
          </Button>
        </Group>
      )}
      {children}
      {refused && <ErrorText>{refused}</ErrorText>}
      {question && (
        <BulkDialog
          question={question}
          count={count}
          onClose={() => setQuestion(null)}
          onSend={async (command) => {
            const error = await bulk.send(command, rows);
            if (!error) clear();
            return error;
          }}
        />
      )}
    </div>
  );
}
