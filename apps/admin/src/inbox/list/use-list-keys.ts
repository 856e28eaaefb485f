import { type RefObject, useEffect, useRef } from 'react';
import type { SelectionStore } from '../../bulk/selection-store';
import { announce } from '../../interface/announcer';
import { chooseFocused, isPersonsFocus } from '../../interface/person-focus';
import { useShortcuts } from '../../interface/shortcuts';
import type { TaskRowFragment } from '../../generated/graphql';
import { lastOpened } from './last-opened';
import type { ListCommands } from './use-claim-in-list';

export interface RowCommands extends ListCommands {
  /** Null where rows can't be selected. */
  selection: SelectionStore | null;
  focusRow: (id: string | undefined) => void;
}

/**
 * Keys of the list: j and k move the focus, x selects, X selects all up to here, c and r act on the task that the person
 * focused; one to which the page moved the focus has to be chosen first. Enter is the link's own.
 */
export function useListKeys(
  list: RefObject<HTMLElement | null>,
  rows: readonly TaskRowFragment[],
  { claim, release, selection, focusRow }: RowCommands,
): void {
  const position = useRef(-1);
  const focused = (): number => placeOf(list.current, document.activeElement);
  const replaced = useRef(false);
  const move = (step: 1 | -1): void => {
    const at = focused();
    const tookItsPlace = replaced.current && at !== -1 && !isPersonsFocus();
    replaced.current = false;
    // The row that took the place of one that left is the next one.
    if (step === 1 && tookItsPlace) return chooseFocused();
    // The list itself has the focus after it was brought up to date: its first row is the next one.
    if (document.activeElement === list.current) position.current = -1;
    const from = at === -1 ? position.current : at;
    const next = Math.min(rows.length - 1, Math.max(0, from + step));
    position.current = next;
    focusRow(rows[next]?.id);
  };
  const withFocused = (act: (task: TaskRowFragment) => void): void => {
    const at = focused();
    const task = rows[at];
    if (!task) return;
    position.current = at;
    act(task);
  };
  const withChosen = (act: (task: TaskRowFragment) => void): void => {
    if (focused() !== -1 && !isPersonsFocus()) return announce('Choose a task with j or k first.');
    withFocused(act);
  };
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    c: () => withChosen(claim),
    r: () => withChosen(release),
    x: () => withFocused(({ id }) => selection?.toggle(id)),
    X: () => withFocused(({ id }) => selection?.extendTo(id)),
  });

  const shown = rows.length > 0;
  useEffect(() => {
    const id = shown ? lastOpened.take() : null;
    if (id && rows.some((row) => row.id === id)) focusRow(id);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- because the way back ends where the list first has rows
  }, [shown]);
  useKeptFocus(list, position, rows, (at) => {
    focusRow(rows[at]?.id);
    replaced.current = true;
  });
}

/** The place in the list of the row that an element is in; -1 outside of the rows. */
function placeOf(list: HTMLElement | null, element: Element | null): number {
  const row = element?.closest<HTMLElement>('li[data-index]');
  return row && list?.contains(row) ? Number(row.dataset.index) : -1;
}

/** When the focused row leaves the list, the focus goes to the row that took its place, not to nowhere. */
function useKeptFocus(
  list: RefObject<HTMLElement | null>,
  position: RefObject<number>,
  rows: readonly TaskRowFragment[],
  onReplaced: (at: number) => void,
): void {
  const held = useRef(false);
  useEffect(() => {
    const remember = (): void => {
      const at = placeOf(list.current, document.activeElement);
      held.current = at !== -1;
      if (at !== -1) position.current = at;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, [list, position]);
  useEffect(() => {
    if (!held.current || document.activeElement !== document.body) return;
    onReplaced(Math.min(position.current, rows.length - 1));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- because only other rows can have taken the focused one away
  }, [list, position, rows]);
}
