import type { LiveMessage } from '@orkestra/core';

interface Told {
  revision: number;
  kind: string;
  inside: boolean;
  /** Whether the subscriber was told of it. */
  told: boolean;
}

/** Kinds that say of a task which has ended, and so left the lists of open ones, what became of the decision. */
const DELIVERIES = ['delivered', 'moot'];

const REMEMBERED = 5_000;
/** News that leave the revision as it is, so that two of them look alike. */
const BESIDE_THE_TASK = ['commented', 'attachments_changed'];

/** What one subscriber has heard of each task, so that nobody is told the same thing twice. */
export class ToldTasks {
  private readonly tasks = new Map<string, Told>();

  /** The subscriber has already been told of this, or of something newer. */
  isOld({ id, revision, kind }: LiveMessage): boolean {
    const known = this.tasks.get(id);
    if (known === undefined || BESIDE_THE_TASK.includes(kind)) return false;
    return revision < known.revision || (revision === known.revision && kind === known.kind);
  }

  /**
   * Whether a task that does not fulfil the filter may stand in the subscriber's list and so must be told:
   * it did fulfil it, or it is not known whether it did before the subscription began. Whoever was told of a decision
   * is also told of its delivery.
   */
  mayBeShown({ id, kind }: LiveMessage, visible: boolean): boolean {
    const known = this.tasks.get(id);
    if (known === undefined) return visible && kind !== 'created';
    return known.inside || (known.told && visible && DELIVERIES.includes(kind));
  }

  remember({ id, revision, kind }: LiveMessage, { inside, told }: { inside: boolean; told: boolean }): void {
    this.tasks.delete(id);
    this.tasks.set(id, { revision, kind, inside, told });
    if (this.tasks.size <= REMEMBERED) return;
    const [oldest] = this.tasks.keys();
    if (oldest !== undefined) this.tasks.delete(oldest);
  }
}
