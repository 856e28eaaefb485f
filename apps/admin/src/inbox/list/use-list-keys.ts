import { type RefObject, useEffect, useRef } from 'react';
import { announce } from '../../interface/announcer';
import { chooseFocused, isPersonsFocus } from '../../interface/person-focus';
import { useShortcuts } from '../../interface/shortcuts';
import type { TaskRowFragment } from '../../generated/graphql';
import { lastOpened } from './last-opened';
import type { ListCommands } from './use-claim-in-list';

export interface RowCommands extends ListCommands {
  select: (task: TaskRowFragment) => void;
}

/**
 * Keys of the list: j and k move the focus, x selects, c and r act on the task that the person focused; one to which the
 * page moved the focus has to be chosen first. Enter is the link's own.
 */
export function useListKeys(
  rows: readonly TaskRowFragment[],
  { claim, release, select }: RowCommands,
): RefObject<HTMLUListElement | null> {
  const list = useRef<HTMLUListElement>(null);
  const position = useRef(-1);
  const links = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>('a[data-task]') ?? [])];
  const focused = (): number =>
    links().findIndex((link) => link.closest('li')?.contains(document.activeElement));
  const replaced = useRef(false);
  const move = (step: 1 | -1): void => {
    const all = links();
    const tookItsPlace = replaced.current && focused() !== -1 && !isPersonsFocus();
    replaced.current = false;
    // The row that took the place of one that left is the next one.
    if (step === 1 && tookItsPlace) return chooseFocused();
    const from = focused() === -1 ? position.current : focused();
    const next = Math.min(all.length - 1, Math.max(0, from + step));
    position.current = next;
    all[next]?.focus();
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
    x: () => withFocused(select),
  });

  const shown = rows.length > 0;
  useEffect(() => {
    const id = shown ? lastOpened.take() : null;
    if (id)
      links()
        .find((link) => link.dataset.task === id)
        ?.focus();
  }, [shown]);
  useKeptFocus(list, position, rows, () => (replaced.current = true));
  return list;
}

/** When the focused row leaves the list, the focus goes to the row that took its place, not to nowhere. */
function useKeptFocus(
  list: RefObject<HTMLUListElement | null>,
  position: RefObject<number>,
  rows: readonly TaskRowFragment[],
  onReplaced: () => void,
): void {
  const held = useRef(false);
  useEffect(() => {
    const remember = (): void => {
      const items = [...(list.current?.children ?? [])];
      const at = items.findIndex((item) => item.contains(document.activeElement));
      held.current = at !== -1;
      if (at !== -1) position.current = at;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, [list, position]);
  useEffect(() => {
    if (!held.current || document.activeElement !== document.body) return;
    const links = list.current?.querySelectorAll<HTMLElement>('a[data-task]');
    links?.[Math.min(position.current, links.length - 1)]?.focus();
    onReplaced();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- because only other rows can have taken the focused one away
  }, [list, position, rows]);
}
