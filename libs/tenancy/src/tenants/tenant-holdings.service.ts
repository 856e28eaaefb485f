import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';

/** What a part of the program keeps of a tenant outside the tables of the database. */
export interface TenantHolding {
  /** As a receipt names it, e.g. `files`. */
  readonly name: string;
  /** What an export holds of it, besides the rows. */
  files?(tenantId: string): AsyncIterable<{ path: string; open: () => Promise<Readable> }>;
  /** Removes all of it, or says that something is left; called again until nothing is, also after a crash. */
  remove(tenantId: string): Promise<{ removed: number; more: boolean }>;
}

/** The holdings of all libs, which announce themselves when their module starts. */
@Injectable()
export class TenantHoldings {
  private readonly holdings: TenantHolding[] = [];

  register(holding: TenantHolding): void {
    this.holdings.push(holding);
  }

  get all(): readonly TenantHolding[] {
    return this.holdings;
  }
}
