import { Controller, Get, Header } from '@nestjs/common';
import { Clock } from '@orkestra/core';
import { type EvidenceJwk, EvidenceKeys } from '@orkestra/tenancy';
import { Public } from '../auth/public.decorator';

const KEPT_MS = 60_000;
/** Until the first is there. */
const NONE_KEPT_MS = 1_000;

/** Public keys are for everybody: also for those who check a file and have no account. */
@Controller('api/v1/evidence')
export class EvidenceKeysController {
  private kept: { keys: EvidenceJwk[]; until: number } | undefined;

  constructor(
    private readonly keys: EvidenceKeys,
    private readonly clock: Clock,
  ) {}

  /** A JSON Web Key Set with every key that has signed. */
  @Public()
  @Get('keys')
  @Header('content-type', 'application/jwk-set+json')
  @Header('cache-control', 'public, max-age=60')
  async list(): Promise<{ keys: EvidenceJwk[] }> {
    const now = this.clock.now().getTime();
    // Read at most once a minute, however often anybody asks.
    if (this.kept === undefined || this.kept.until < now) {
      const keys = (await this.keys.list()).map(({ jwk }) => jwk);
      this.kept = { keys, until: now + (keys.length === 0 ? NONE_KEPT_MS : KEPT_MS) };
    }
    return { keys: this.kept.keys };
  }
}
