import { Injectable } from '@nestjs/common';
import { TenantDatabase } from './database/database.provider';
import { LiveBus } from './live/live-bus.provider';
import { TemporalConnection } from './temporal-connection.provider';

export interface Health {
  status: 'ok' | 'unavailable';
  checks: Record<string, 'ok' | 'unavailable'>;
}

/** What a process needs to do its work. Temporal is reported but not required: decisions are taken without it. */
@Injectable()
export class HealthService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly temporal: TemporalConnection,
    private readonly live: LiveBus,
  ) {}

  async ready(): Promise<Health> {
    const [database, temporal] = await Promise.all([isUp(this.database.ping()), isUp(this.temporal.ping())]);
    const checks = {
      database,
      temporal,
      liveUpdates: this.live.connected ? ('ok' as const) : ('unavailable' as const),
    };
    return { status: database, checks };
  }
}

async function isUp(check: Promise<void>): Promise<'ok' | 'unavailable'> {
  return check.then(
    () => 'ok' as const,
    () => 'unavailable' as const,
  );
}
