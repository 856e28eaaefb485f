import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Clock, Logger, SystemDatabase } from '@orkestra/core';

const PRECISION_MS = 60_000;

/**
 * Notes that a session or key was used: at most once a minute each, and beside the request, which does not wait.
 */
@Injectable()
export class LastSeen implements BeforeApplicationShutdown {
  private readonly underWay = new Map<string, Promise<void>>();

  constructor(
    private readonly database: SystemDatabase,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** @param id tells one session or key from the others in this process */
  note(id: string, seenAt: Date | null, sql: string, parameters: unknown[]): void {
    const isRecent = seenAt !== null && this.clock.now().getTime() - seenAt.getTime() < PRECISION_MS;
    if (isRecent || this.underWay.has(id)) return;
    const update = this.database.query(sql, parameters).then(
      () => undefined,
      // A lost note costs nothing: the next request repeats it.
      (error: unknown) => this.logger.warn({ err: error }, 'The last use of a session or key was not noted'),
    );
    this.underWay.set(id, update);
    void update.finally(() => this.underWay.delete(id));
  }

  /** Before, because the connections close in `onApplicationShutdown`. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.underWay.values());
  }
}
