import { Injectable } from '@nestjs/common';
import { Clock, Config, Outbound } from '@orkestra/core';
import * as jose from 'jose';
import { z } from 'zod';

const LASTS_MS = 24 * 3_600_000;
/** A key that is not known is looked for again, so seldom that nobody can make us ask all the time. */
const COOLDOWN_MS = 60_000;

const metadata = z.object({ jwks_uri: z.url() });
const keySet = z.object({
  keys: z.array(z.looseObject({ kid: z.string(), endorsements: z.array(z.string()).optional() })).max(500),
});

/** The keys by which Microsoft signs what its Bot Connector sends, and for which chats each is good. */
@Injectable()
export class TeamsKeys {
  private known: { keys: z.infer<typeof keySet>['keys']; at: number } | undefined;
  private loading: Promise<void> | undefined;

  constructor(
    private readonly outbound: Outbound,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Undefined where there is no such key for Teams. @throws OutboundError, or where the answer is none */
  async find(kid: string): Promise<jose.CryptoKey | Uint8Array | undefined> {
    const now = this.clock.now().getTime();
    const age = now - (this.known?.at ?? -Infinity);
    const isKnown = this.known?.keys.some((key) => key.kid === kid) === true;
    if (age > LASTS_MS || (!isKnown && age > COOLDOWN_MS)) await this.load(now);
    const found = this.known?.keys.find((key) => key.kid === kid);
    if (found?.endorsements?.includes('msteams') !== true) return undefined;
    return jose.importJWK(found, 'RS256');
  }

  private async load(now: number): Promise<void> {
    this.loading ??= this.read(now).finally(() => (this.loading = undefined));
    await this.loading;
  }

  private async read(now: number): Promise<void> {
    const { jwks_uri: address } = metadata.parse(await this.get(this.config.TEAMS_OPENID_URL));
    this.known = { keys: keySet.parse(await this.get(address)).keys, at: now };
  }

  private async get(address: string): Promise<unknown> {
    const answer = await this.outbound.fetch(address);
    if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
    return answer.json();
  }
}
