import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../process/clock.provider';
import { Logger } from '../process/logger.provider';
import { SystemDatabase } from './database.provider';

const EVERY_MS = 60_000;
/** A slow answer says little of the time at which it was given; the fastest of some is taken. */
const SAMPLES = 3;
/** A machine that is further off should be looked at. */
const NOTEWORTHY_MS = 2_000;

interface Reading {
  at: number;
  mark: number;
  tookMs: number;
}

/**
 * Has all processes go by the clock of Postgres, which keeps the due dates: one whose machine runs an hour ahead would
 * expire everybody's tasks.
 */
@Injectable()
export class ClockSync implements OnModuleInit, OnApplicationShutdown {
  private readonly logger: Logger;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: SystemDatabase,
    private readonly clock: Clock,
    logger: Logger,
  ) {
    this.logger = logger.child('clock');
  }

  async onModuleInit(): Promise<void> {
    await this.synchronize();
    this.timer = setInterval(() => {
      this.synchronize().catch((error: unknown) =>
        this.logger.debug({ err: error }, 'Postgres could not be asked for the time'),
      );
    }, EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async synchronize(): Promise<void> {
    const readings: Reading[] = [];
    for (let sample = 0; sample < SAMPLES; sample += 1) readings.push(await this.read());
    const { at, mark } = readings.reduce((best, next) => (next.tookMs < best.tookMs ? next : best));
    const aheadMs = Math.round(Date.now() - (at + performance.now() - mark));
    if (Math.abs(aheadMs) > NOTEWORTHY_MS)
      this.logger.warn({ aheadMs }, "This machine's clock differs from that of Postgres, which counts");
    this.clock.setTo(at, mark);
  }

  private async read(): Promise<Reading> {
    const begun = performance.now();
    const [row] = await this.database.query<{ at: number }>(
      'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS at',
    );
    const tookMs = performance.now() - begun;
    return { at: Number(row?.at), mark: begun + tookMs / 2, tookMs };
  }
}
