import { Injectable } from '@nestjs/common';
import type { SendResult } from '../channels/notification-channel';
import { InstallationStore } from '../chat/installations.store';
import { SlackApi } from './slack-api.service';
import { SlackFault } from './slack-fault';
import { asSlack } from './slack-installation';

/** Writes into a tenant's Slack as its bot, and notices when it may no longer. */
@Injectable()
export class SlackPosts {
  constructor(
    private readonly api: SlackApi,
    private readonly installations: InstallationStore,
  ) {}

  async call(
    tenantId: string,
    method: string,
    body: Record<string, unknown>,
  ): Promise<{ said: Record<string, unknown> } | Exclude<SendResult, { outcome: 'sent' }>> {
    const found = await this.installations.find(tenantId, 'slack');
    if (found === undefined) return { outcome: 'dead', problem: 'Slack is not connected.' };
    try {
      const said = await this.api.call(asSlack(found).secrets.botToken, method, body);
      await this.installations.setProblem(tenantId, 'slack', null);
      return { said };
    } catch (error) {
      const fault = SlackFault.of(error);
      if (fault.isOfInstallation) await this.installations.setProblem(tenantId, 'slack', fault.message);
      return fault.result;
    }
  }
}
