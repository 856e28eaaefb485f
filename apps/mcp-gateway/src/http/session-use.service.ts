import { Injectable } from '@nestjs/common';
import { Clock, Logger } from '@orkestra/core';
import { AgentSessionsService, type TenantContext } from '@orkestra/tenancy';
import { type AgentSession, ownerOf } from './agent-session';

const HOUR_MS = 3_600_000;

/** Tells Postgres, beside the requests, which sessions are used, and has it forget those that are not. */
@Injectable()
export class SessionUse {
  /** Whose sessions became more since the last sweep. */
  private readonly opened = new Map<string, TenantContext>();
  private forgottenAt = 0;
  private readonly logger: Logger;

  constructor(
    private readonly records: AgentSessionsService,
    private readonly clock: Clock,
    logger: Logger,
  ) {
    this.logger = logger.child('sessions');
  }

  noteOpened(ctx: TenantContext): void {
    this.opened.set(ownerOf(ctx), ctx);
  }

  /** At most once an hour for each session. */
  note(session: AgentSession): void {
    const now = this.clock.now().getTime();
    if (now - session.notedAt < HOUR_MS) return;
    session.notedAt = now;
    void this.quietly(this.records.noteUse(session.ctx, session.id));
  }

  async sweep(): Promise<void> {
    const owners = [...this.opened.values()];
    this.opened.clear();
    for (const ctx of owners) await this.quietly(this.records.trim(ctx));
    const now = this.clock.now().getTime();
    if (now - this.forgottenAt < HOUR_MS) return;
    this.forgottenAt = now;
    await this.quietly(this.records.forgetUnused());
  }

  /** A lost note costs nothing: the next one repeats it. */
  private async quietly(work: Promise<void>): Promise<void> {
    await work.catch((error: unknown) =>
      this.logger.warn({ err: error }, 'The use of sessions was not noted'),
    );
  }
}
