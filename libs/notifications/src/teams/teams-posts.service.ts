import { Injectable } from '@nestjs/common';
import type { SendResult } from '../channels/notification-channel';
import type { MessagePlace } from '../chat/chat-program';
import { InstallationStore } from '../chat/installations.store';
import { textOf } from '../chat/text-of';
import type { Posted } from '../chat/task-messages.service';
import { TeamsApi } from './teams-api.service';
import type { TeamsContent } from './teams-card';
import { TeamsFault } from './teams-fault';
import { asTeams } from './teams-installation';

const CARD = 'application/vnd.microsoft.card.adaptive';

/** A conversation, with the server of Microsoft that it lives on. */
export interface Conversation {
  serviceUrl: string;
  conversationId: string;
}

/** Writes into a tenant's Teams as its bot, and notices when it may no longer. */
@Injectable()
export class TeamsPosts {
  constructor(
    private readonly api: TeamsApi,
    private readonly installations: InstallationStore,
  ) {}

  async post(
    tenantId: string,
    { serviceUrl, conversationId }: Conversation,
    content: TeamsContent,
  ): Promise<Posted> {
    const answer = await this.call(tenantId, 'POST', activitiesOf({ serviceUrl, conversationId }), content);
    if ('outcome' in answer) return answer;
    // The place has to say where it is as well: an update goes to the same server.
    return {
      conversationId: writePlace({ serviceUrl, conversationId }),
      messageId: textOf(answer.said, 'id'),
    };
  }

  async change(tenantId: string, place: MessagePlace, content: TeamsContent): Promise<SendResult> {
    const address = `${activitiesOf(readPlace(place.conversationId))}/${encodeURIComponent(place.messageId)}`;
    const answer = await this.call(tenantId, 'PUT', address, content);
    return 'outcome' in answer ? answer : { outcome: 'sent' };
  }

  private async call(
    tenantId: string,
    method: 'POST' | 'PUT',
    address: string,
    { summary, card }: TeamsContent,
  ): Promise<{ said: Record<string, unknown> } | Exclude<SendResult, { outcome: 'sent' }>> {
    const found = await this.installations.find(tenantId, 'teams');
    if (found === undefined) return { outcome: 'dead', problem: 'Teams is not connected.' };
    const { teamId, config, secrets } = asTeams(found);
    const credentials = { teamId, appId: config.appId, clientSecret: secrets.clientSecret };
    try {
      const activity = { type: 'message', summary, attachments: [{ contentType: CARD, content: card }] };
      const said = await this.api.call(credentials, method, address, activity);
      await this.installations.setProblem(tenantId, 'teams', null);
      return { said };
    } catch (error) {
      const fault = TeamsFault.of(error);
      if (fault.isOfInstallation) await this.installations.setProblem(tenantId, 'teams', fault.message);
      return fault.result;
    }
  }
}

/** One text for both, as messages are kept by. */
export function writePlace({ serviceUrl, conversationId }: Conversation): string {
  return `${serviceUrl} ${conversationId}`;
}

function readPlace(text: string): Conversation {
  const [serviceUrl = '', conversationId = ''] = text.split(' ');
  return { serviceUrl, conversationId };
}

function activitiesOf({ serviceUrl, conversationId }: Conversation): string {
  return `${serviceUrl.replace(/\/$/, '')}/v3/conversations/${encodeURIComponent(conversationId)}/activities`;
}
