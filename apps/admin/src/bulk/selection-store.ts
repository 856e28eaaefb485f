import { mostSelected } from './bulk.words';

/**
 * Which rows of a list are selected. It stands outside of React's state, so that ticking a box draws that row and the
 * bar again, and not the list.
 */
export class SelectionStore {
  private ids: ReadonlySet<string> = new Set();
  private order: readonly string[] = [];
  /** The row that was ticked last, from which a range goes. */
  private anchor: string | null = null;
  private readonly listeners = new Set<() => void>();

  /** All ids that were selected, also of rows that have left the list. Another set after each change. */
  readonly get = (): ReadonlySet<string> => this.ids;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Tells which rows the list shows, in its order. */
  readonly follow = (order: readonly string[]): void => {
    this.order = order;
  };

  /** Ticks a row or takes its tick away, as long as one command takes so many. */
  readonly toggle = (id: string): void => {
    const next = new Set(this.ids);
    if (!next.delete(id) && this.selected().length < mostSelected) next.add(id);
    this.anchor = id;
    this.move(next);
  };

  /** Does to all rows from the one ticked last to this one what was done to that: ticked, or not any more. */
  readonly extendTo = (id: string): void => {
    const from = this.anchor === null ? -1 : this.order.indexOf(this.anchor);
    const to = this.order.indexOf(id);
    if (this.anchor === null || from === -1 || to === -1) return this.toggle(id);
    const range = this.order.slice(Math.min(from, to), Math.max(from, to) + 1);
    const next = new Set(this.ids);
    if (!this.ids.has(this.anchor)) range.forEach((one) => next.delete(one));
    else {
      const wanted = range.filter((one) => !next.has(one));
      wanted.slice(0, mostSelected - this.selected().length).forEach((one) => next.add(one));
    }
    this.move(next);
  };

  /** Selects all that are loaded, up to what one command takes; or none. */
  readonly toggleAll = (): void => {
    const reachable = Math.min(this.order.length, mostSelected);
    const full = this.selected().length >= reachable;
    this.move(new Set(full ? [] : this.order.slice(0, reachable)));
  };

  readonly clear = (): void => this.move(new Set());

  /** What is selected and still in the list, in its order. */
  private selected(): string[] {
    return this.order.filter((id) => this.ids.has(id));
  }

  private move(next: ReadonlySet<string>): void {
    this.ids = next;
    this.listeners.forEach((listener) => listener());
  }
}
