const settleMs = 1_000;

/**
 * Keeps what is typed from becoming commands. A single key is none while a person types or has only just stopped, nor
 * after the page itself has taken the focus from what they typed into: the rest of the sentence would run as shortcuts.
 */
export class KeyGuard {
  private typedAt = -Infinity;
  private displaced = false;

  /** A key went into a field. */
  typed(now: number): void {
    this.typedAt = now;
    this.displaced = false;
  }

  /** A field lost the focus without the person's doing. */
  taken(): void {
    this.displaced = true;
  }

  /** The person left the field, or turned to something else: what they press now is meant for the page. */
  turned(): void {
    this.typedAt = -Infinity;
    this.displaced = false;
  }

  /** Whether a key that goes to the page is no command. Asking counts: who goes on typing keeps it that way. */
  blocks(now: number): boolean {
    const blocked = this.displaced || now - this.typedAt < settleMs;
    if (blocked) this.typedAt = now;
    return blocked;
  }
}
