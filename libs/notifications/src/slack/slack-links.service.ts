import { Injectable } from '@nestjs/common';
import { Logger } from '@orkestra/core';
import { ChatAccounts } from '../chat/chat-accounts.service';
import { NOT_LINKED } from '../chat/chat.words';
import { SlackApi } from './slack-api.service';
import { notice } from './slack-blocks';
import type { ProvedPayload } from './slack-door.service';

/** Says something to whoever clicked, and to nobody else; such as where to connect their account. */
@Injectable()
export class SlackLinks {
  private readonly logger: Logger;

  constructor(
    private readonly api: SlackApi,
    private readonly accounts: ChatAccounts,
    logger: Logger,
  ) {
    this.logger = logger.child('slack');
  }

  /** A page where they sign in once, for each tenant that their account is not linked in. */
  async offer(
    { payload, installations }: ProvedPayload,
    responseUrl: string,
    after: 'click' | 'command' = 'command',
  ): Promise<void> {
    const { team, user } = payload;
    const account = { channel: 'slack' as const, teamId: team.id, accountId: user.id };
    for (const { tenantId } of installations) {
      if ((await this.accounts.personOf(tenantId, account)) !== undefined) {
        await this.tell(
          responseUrl,
          'Your account is connected. Under Notifications in Orkestra you can disconnect it.',
        );
        continue;
      }
      const url = await this.accounts.linkFor(tenantId, account, { name: user.name ?? user.id });
      const text =
        after === 'click' ? NOT_LINKED : 'Connect your account once, to be told here and to answer here:';
      await this.tell(responseUrl, text, { label: 'Connect', url });
    }
  }

  async tell(responseUrl: string, text: string, link?: { label: string; url: string }): Promise<void> {
    if (responseUrl === '') return;
    const body = { response_type: 'ephemeral', replace_original: false, ...notice(text, link) };
    try {
      await this.api.respond(responseUrl, body);
    } catch (error) {
      this.logger.warn({ err: error }, 'Somebody could not be told in Slack');
    }
  }
}
