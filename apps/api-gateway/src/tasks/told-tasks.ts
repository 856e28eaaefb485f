import type { LiveMessage } from '@orkestra/core';

interface Told {
  revision: number;
  kind: string;
  inside: boolean;
}

const REMEMBERED = 5_000;

/** What one subscriber has heard of each task, so that nobody is told the same thing twice. */
export class ToldTasks {
  private readonly tasks = new Map<string, Told>();

  /** The subscriber has already been told of this, or of something newer. */
  isOld({ id, revision, kind }: LiveMessage): boolean {
    const known = this.tasks.get(id);
    if (known === undefined) return false;
    return revision < known.revision || (revision === known.revision && kind === known.kind);
  }

  /**
   * Whether a task that does not fulfil the filter may stand in the subscriber's list and so must be told:
   * it did fulfil it, or it is not known whether it did before the subscription began.
   */
  mayBeShown({ id, kind }: LiveMessage, visible: boolean): boolean {
    const known = this.tasks.get(id);
    if (known !== undefined) return known.inside;
    return visible && kind !== 'created';
  }

  remember({ id, revision, kind }: LiveMessage, inside: boolean): void {
    this.tasks.delete(id);
    this.tasks.set(id, { revision, kind, inside });
    if (this.tasks.size <= REMEMBERED) return;
    const [oldest] = this.tasks.keys();
    if (oldest !== undefined) this.tasks.delete(oldest);
  }
}
