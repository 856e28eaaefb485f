import {
  defaultRangeExtractor,
  type Range,
  useWindowVirtualizer,
  type VirtualItem,
} from '@tanstack/react-virtual';
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';

/** So many rows are all in the document, where the browser's own search finds them. Of a longer list only those near. */
const mostInDocument = 100;
const usualHeight = 55;

interface RowWindow {
  /** The rows to draw: those near what is seen, and the one that has the focus. */
  items: VirtualItem[];
  /** The height of all rows together, in pixels. */
  height: number;
  /** Where the list begins on the page, which the places of the rows count in. */
  margin: number;
  measure: (element: HTMLElement | null) => void;
  /** Keeps a row in the document wherever the page is scrolled to. */
  keep: (id: string) => void;
  /** Puts the focus on a row, drawn or not. */
  focusRow: (id: string | undefined) => void;
}

/** Draws of a long list what is near. */
export function useRowWindow(
  list: RefObject<HTMLElement | null>,
  rows: readonly { id: string }[],
): RowWindow {
  const margin = useDistanceFromTop(list);
  const [kept, keep] = useState<string | null>(null);
  const wanted = useRef<string | null>(null);
  const keptAt = kept === null ? -1 : rows.findIndex(({ id }) => id === kept);
  const extract = useCallback(
    (range: Range): number[] => {
      if (range.count <= mostInDocument) return Array.from({ length: range.count }, (_, index) => index);
      const near = defaultRangeExtractor(range);
      if (keptAt === -1 || near.includes(keptAt)) return near;
      return [...near, keptAt].sort((a, b) => a - b);
    },
    [keptAt],
  );
  const virtualizer = useWindowVirtualizer<HTMLElement>({
    count: rows.length,
    estimateSize: () => usualHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    initialOffset: () => window.scrollY,
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    overscan: 8,
    rangeExtractor: extract,
    scrollMargin: margin,
  });

  const find = (id: string): HTMLElement | undefined =>
    [...(list.current?.querySelectorAll<HTMLElement>('a[data-task]') ?? [])].find(
      ({ dataset }) => dataset.task === id,
    );
  const focusRow = (id: string | undefined): void => {
    if (id === undefined) return;
    const link = find(id);
    if (link) return link.focus();
    wanted.current = id;
    keep(id);
  };
  useLayoutEffect(() => {
    const link = wanted.current === null ? undefined : find(wanted.current);
    if (!link) return;
    wanted.current = null;
    link.focus();
  });
  return {
    items: virtualizer.getVirtualItems(),
    height: virtualizer.getTotalSize(),
    margin,
    measure: virtualizer.measureElement,
    keep,
    focusRow,
  };
}

/** How far an element is from the top of the page, as what stands above it grows and shrinks. */
function useDistanceFromTop(element: RefObject<HTMLElement | null>): number {
  const [distance, setDistance] = useState(0);
  useLayoutEffect(() => {
    const read = (): void => {
      if (element.current)
        setDistance(Math.round(element.current.getBoundingClientRect().top + window.scrollY));
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [element]);
  return distance;
}
