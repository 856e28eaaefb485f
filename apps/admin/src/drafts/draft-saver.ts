/** How the draft on the server stands to what is in the form. */
export type DraftPhase =
  | 'clean'
  | 'waiting'
  | 'saving'
  | 'saved'
  /** The save did not get through; it is tried again. */
  | 'failed'
  /** The server does not take this draft; the next change is tried again. */
  | 'refused'
  | 'conflict'
  | 'off';

export interface DraftState {
  phase: DraftPhase;
  /** When the server saved it last. */
  savedAt: string | null;
  /** Why the server does not take it. */
  refusal: string | null;
}

/** What came of one save. */
export type SaveResult =
  | { kind: 'saved'; version: number; savedAt: string; revision: number }
  /** Another device has saved since; its version, or null where the draft is gone. */
  | { kind: 'conflict'; version: number | null; savedAt: string | null }
  | { kind: 'failed' }
  /** The server does not take this draft, and says why. */
  | { kind: 'refused'; message: string };

export interface DraftSaverOptions {
  version: number;
  savedAt: string | null;
  save: (data: unknown, expectedVersion: number) => Promise<SaveResult>;
  onState: (state: DraftState) => void;
}

/** How a draft stands before anything is typed: version 0 is none. */
export function openingState({
  version,
  savedAt,
}: Pick<DraftSaverOptions, 'version' | 'savedAt'>): DraftState {
  return { phase: version > 0 ? 'saved' : 'clean', savedAt, refusal: null };
}

const settleMs = 800;
const retryMs = 5_000;

/** Saves what is typed once the typing rests: one save at a time, always the newest, again after a failure. */
export class DraftSaver {
  version: number;
  /** The task's revision after the last save: the first draft of whoever holds the task starts it, which changes it. */
  revision = 0;
  private state: DraftState;
  private latest: { data: unknown } | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private underWay: Promise<void> | null = null;
  private theirs: number | null = null;

  constructor(private readonly options: DraftSaverOptions) {
    this.version = options.version;
    this.state = openingState(options);
  }

  get phase(): DraftPhase {
    return this.state.phase;
  }

  change(data: unknown): void {
    this.latest = { data };
    if (this.phase === 'conflict' || this.phase === 'off') return;
    if (this.underWay === null) this.move('waiting');
    this.schedule(settleMs);
  }

  /** Saves at once what waits. */
  flush(): void {
    const blocked = this.phase === 'conflict' || this.phase === 'off';
    if (this.latest === null || this.underWay !== null || blocked) return;
    this.underWay = this.saveLatest(this.latest);
  }

  /** Nothing is on its way to the server, nor sets out soon, once this resolves. */
  async hold(): Promise<void> {
    clearTimeout(this.timer);
    await this.underWay;
    clearTimeout(this.timer);
  }

  /** Saves at once; resolves to whether the server has everything that was typed. */
  async settled(): Promise<boolean> {
    await this.underWay;
    this.flush();
    await this.underWay;
    return this.latest === null;
  }

  /** What waited during `hold` is saved soon. */
  release(): void {
    if (this.latest !== null) this.schedule(settleMs);
  }

  /** After a conflict: what is in the form takes the place of the other device's draft. */
  keepMine(): void {
    this.version = this.theirs ?? 0;
    this.move('waiting');
    this.flush();
  }

  /** The form shows what the server has: nothing waits any more. */
  adopt(version: number, savedAt: string | null): void {
    clearTimeout(this.timer);
    this.latest = null;
    this.version = version;
    this.move(version > 0 ? 'saved' : 'clean', savedAt);
  }

  /** Nothing is saved any more, not even what waits. */
  stop(): void {
    clearTimeout(this.timer);
    this.latest = null;
    this.move('off');
  }

  private schedule(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), delay);
  }

  private async saveLatest(sent: { data: unknown }): Promise<void> {
    clearTimeout(this.timer);
    this.move('saving');
    const result = await this.options.save(sent.data, this.version);
    this.underWay = null;
    if (this.phase !== 'off') this.settle(result, sent);
  }

  private settle(result: SaveResult, sent: { data: unknown }): void {
    switch (result.kind) {
      case 'saved':
        this.version = result.version;
        this.revision = result.revision;
        if (this.latest !== sent) {
          this.move('waiting', result.savedAt);
          return this.schedule(settleMs);
        }
        this.latest = null;
        return this.move('saved', result.savedAt);
      case 'conflict':
        this.theirs = result.version;
        return this.move('conflict', result.savedAt);
      case 'failed':
        this.move('failed');
        return this.schedule(retryMs);
      case 'refused':
        return this.move('refused', this.state.savedAt, result.message);
    }
  }

  private move(phase: DraftPhase, savedAt = this.state.savedAt, refusal: string | null = null): void {
    this.state = { phase, savedAt, refusal };
    this.options.onState(this.state);
  }
}
