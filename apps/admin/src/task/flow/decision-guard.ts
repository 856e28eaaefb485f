const lookMs = 800;
const settleMs = 1_000;

/** Keeps a key from deciding what the person has not looked at, and from deciding twice. */
export class DecisionGuard {
  private shownAt = Infinity;
  private decidedAt = -Infinity;

  /** A task came onto the page. */
  shown(now: number): void {
    this.shownAt = now;
  }

  /** Whether a key may decide now; one that may is the only one for a while. */
  admits(now: number): boolean {
    if (!(now - this.shownAt >= lookMs) || now - this.decidedAt < settleMs) return false;
    this.decidedAt = now;
    return true;
  }
}
