export type ConnectionPhase = 'connecting' | 'live' | 'reconnecting';

/** The state of the live connection, readable by React's `useSyncExternalStore`. */
export class ConnectionState {
  private phase: ConnectionPhase = 'connecting';
  private readonly listeners = new Set<() => void>();

  readonly get = (): ConnectionPhase => this.phase;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Live from now on. */
  opened(): void {
    this.move('live');
  }

  /** A connection that never stood keeps saying "connecting". */
  lost(): void {
    this.move(this.phase === 'connecting' ? 'connecting' : 'reconnecting');
  }

  /** Several attempts have failed, so even a first connection counts as interrupted. */
  troubled(): void {
    this.move('reconnecting');
  }

  private move(phase: ConnectionPhase): void {
    if (phase === this.phase) return;
    this.phase = phase;
    this.listeners.forEach((listener) => listener());
  }
}
