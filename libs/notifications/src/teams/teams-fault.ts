import type { SendResult } from '../channels/notification-channel';

const GONE = [403, 404, 410];

/** What Microsoft answers in place of what was asked, or that it does not answer. */
export class TeamsFault extends Error {
  override readonly name = 'TeamsFault';

  constructor(
    problem: string,
    /** Of HTTP; undefined where there was no answer. */
    readonly status?: number,
    readonly afterMs?: number,
    /** Whether an administrator has to do something about it. */
    readonly isOfInstallation = false,
  ) {
    super(`Teams: ${problem}`);
  }

  static of(error: unknown): TeamsFault {
    if (error instanceof TeamsFault) return error;
    return new TeamsFault(error instanceof Error ? error.message : String(error));
  }

  /** Whoever has removed the bot, or the message, does not get it. */
  get result(): Exclude<SendResult, { outcome: 'sent' }> {
    const isDead = !this.isOfInstallation && this.status !== undefined && GONE.includes(this.status);
    return isDead
      ? { outcome: 'dead', problem: this.message }
      : { outcome: 'retry', problem: this.message, afterMs: this.afterMs };
  }
}
