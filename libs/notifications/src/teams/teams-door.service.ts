import { Injectable } from '@nestjs/common';
import { Clock, Logger } from '@orkestra/core';
import * as jose from 'jose';
import { InstallationStore } from '../chat/installations.store';
import { readActivity, type TeamsActivity, teamOf } from './teams-activity';
import { asTeams, type TeamsInstallation } from './teams-installation';
import { TeamsKeys } from './teams-keys.service';
import { TeamsRequestRefusedError } from './teams.errors';

const ISSUER = 'https://api.botframework.com';
const SKEW_S = 5 * 60;
const LONGEST_AGE_MS = 5 * 60_000;

/** An activity that Microsoft has signed, and the tenants whose bot it is for. */
export interface ProvedActivity {
  activity: TeamsActivity;
  installations: readonly TeamsInstallation[];
  remoteAddress?: string | undefined;
}

/**
 * Lets in what Microsoft's Bot Connector has signed for the bot of a tenant, not long ago.
 * @see https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 */
@Injectable()
export class TeamsDoor {
  private readonly logger: Logger;

  constructor(
    private readonly installations: InstallationStore,
    private readonly keys: TeamsKeys,
    private readonly clock: Clock,
    logger: Logger,
  ) {
    this.logger = logger.child('teams');
  }

  /** @param authorization of the request's head. @throws TeamsRequestRefusedError */
  async admit(given: unknown, authorization: string, remoteAddress?: string): Promise<ProvedActivity> {
    const activity = readActivity(given);
    const installations = activity === undefined ? [] : await this.signedFor(activity, authorization);
    if (activity === undefined || installations.length === 0) {
      this.logger.warn({ remoteAddress }, 'A request to the door of Teams was refused');
      throw new TeamsRequestRefusedError();
    }
    return { activity, installations, remoteAddress };
  }

  private async signedFor(activity: TeamsActivity, authorization: string): Promise<TeamsInstallation[]> {
    const token = /^Bearer (\S{1,8192})$/.exec(authorization)?.[1];
    const age = Math.abs(this.clock.now().getTime() - activity.timestamp.getTime());
    if (token === undefined || age > LONGEST_AGE_MS) return [];
    const all = (await this.installations.ofTeam('teams', teamOf(activity))).map(asTeams);
    if (all.length === 0) return [];
    try {
      const { payload } = await jose.jwtVerify(token, (header) => this.keyOf(header), {
        algorithms: ['RS256'],
        issuer: ISSUER,
        audience: all.map(({ config }) => config.appId),
        clockTolerance: SKEW_S,
        requiredClaims: ['exp', 'serviceurl'],
        currentDate: this.clock.now(),
      });
      if (payload['serviceurl'] !== activity.serviceUrl) return [];
      const audiences = [payload.aud ?? []].flat();
      return all.filter(({ config }) => audiences.includes(config.appId));
    } catch (error) {
      this.logger.warn({ err: error }, 'A token of Teams was not taken');
      return [];
    }
  }

  private async keyOf({ kid }: jose.JWTHeaderParameters): Promise<jose.CryptoKey | Uint8Array> {
    const key = kid === undefined ? undefined : await this.keys.find(kid);
    if (key === undefined) throw new Error('There is no such key for Teams');
    return key;
  }
}
