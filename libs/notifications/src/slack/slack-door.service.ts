import { Injectable } from '@nestjs/common';
import { Clock, Logger } from '@orkestra/core';
import { InstallationStore } from '../chat/installations.store';
import { asSlack, type SlackInstallation } from './slack-installation';
import { readForm, type SlackPayload } from './slack-payload';
import { isRecent, isSigned, type SlackSignature } from './slack-signature';
import { SlackRequestRefusedError } from './slack.errors';

/** What came in, and the tenants whose app has signed it. */
export interface ProvedPayload {
  payload: SlackPayload;
  installations: readonly SlackInstallation[];
  /** By what: `v0`, or `socket`. */
  proof: string;
  remoteAddress?: string | undefined;
}

/** Lets in what the Slack app of a tenant has signed, not long ago. */
@Injectable()
export class SlackDoor {
  private readonly logger: Logger;

  constructor(
    private readonly installations: InstallationStore,
    private readonly clock: Clock,
    logger: Logger,
  ) {
    this.logger = logger.child('slack');
  }

  /**
   * The team in the body only says whose secrets to try: nothing of it counts before one of them fits.
   * @throws SlackRequestRefusedError
   */
  async admit(body: Buffer, signature: SlackSignature, remoteAddress?: string): Promise<ProvedPayload> {
    const payload = isRecent(signature, this.clock.now()) ? readForm(body) : undefined;
    const found = payload === undefined ? [] : await this.installations.ofTeam('slack', payload.team.id);
    const installations = found
      .map(asSlack)
      .filter(({ secrets }) => isSigned(body, signature, secrets.signingSecret));
    if (payload === undefined || installations.length === 0) {
      this.logger.warn({ remoteAddress, candidates: found.length }, 'A request to Slack’s door was refused');
      throw new SlackRequestRefusedError();
    }
    return { payload, installations, proof: 'v0', remoteAddress };
  }
}
