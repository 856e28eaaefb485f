import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Logger } from '@orkestra/core';
import { ZoneData } from '@orkestra/tenancy';

/** Says at the start where Node and Postgres know different times: then one of the two is out of date. */
@Injectable()
export class ZoneCheck implements OnApplicationBootstrap {
  private readonly logger: Logger;

  constructor(
    private readonly zones: ZoneData,
    logger: Logger,
  ) {
    this.logger = logger.child('zone-check');
  }

  onApplicationBootstrap(): void {
    // Beside the start, which needs nothing of it.
    void this.check();
  }

  private async check(): Promise<void> {
    try {
      const differences = await this.zones.differences();
      if (differences.length === 0) return;
      this.logger.warn(
        { differences, nodeTimeZoneData: process.versions['tz'] },
        'Node and Postgres have different time-zone data. Due dates are computed with those of Node: renew whichever is older',
      );
    } catch (error) {
      this.logger.warn({ err: error }, 'The time-zone data could not be compared');
    }
  }
}
