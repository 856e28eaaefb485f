import { Injectable } from '@nestjs/common';
import { TenantDatabase } from './database/database.provider';
import { DatabaseUnavailableError } from './database/database.errors';
import { LiveBus } from './live/live-bus.provider';
import { within } from './process/within';
import { TemporalConnection } from './temporal-connection.provider';

type Status = 'ok' | 'unavailable';

export interface Health {
  status: Status;
  checks: Record<string, Status>;
  /** Of each check that failed, why. */
  reasons?: Record<string, string>;
}

/** Shorter than what usually watches a process waits. */
const LONGEST_CHECK_MS = 3_000;

/** What a process needs to do its work. Temporal is reported but not required: decisions are taken without it. */
@Injectable()
export class HealthService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly temporal: TemporalConnection,
    private readonly live: LiveBus,
  ) {}

  async ready(): Promise<Health> {
    const [database, temporal] = await Promise.all([
      problemOf(this.database.ping()),
      problemOf(this.temporal.ping()),
    ]);
    const problems = { database, temporal, liveUpdates: this.live.problem };
    const failed = Object.entries(problems).filter(([, problem]) => problem !== undefined);
    const checks = Object.fromEntries(
      Object.entries(problems).map(([name, problem]) => [name, statusOf(problem)]),
    );
    const reasons = Object.fromEntries(failed) as Record<string, string>;
    return { status: statusOf(database), checks, ...(failed.length > 0 && { reasons }) };
  }
}

function statusOf(problem: string | undefined): Status {
  return problem === undefined ? 'ok' : 'unavailable';
}

/** In words of ours: whoever asks needs no key, and an error of others names hosts and users. */
async function problemOf(check: Promise<void>): Promise<string | undefined> {
  try {
    await within(LONGEST_CHECK_MS, check);
    return undefined;
  } catch (error) {
    if (error instanceof DatabaseUnavailableError) return `${error.words} (${error.sign})`;
    return `There was no answer, or none within ${LONGEST_CHECK_MS / 1_000} seconds.`;
  }
}
