import { Injectable } from '@nestjs/common';
import { readButtonValue } from '../chat/button-value';
import { FAILED, NOT_LINKED, outcomeWords } from '../chat/chat.words';
import { ChatAccounts } from '../chat/chat-accounts.service';
import type { ChatAccount } from '../chat/chat-channel';
import { ChatClicks, type Click, type Clicker } from '../chat/chat-clicks.service';
import { ChatMessageStore } from '../chat/chat-messages.store';
import { ChatRefresh } from '../chat/chat-refresh.service';
import { CARD_ACTIONS } from '../chat/task-card';
import { type TeamsActivity, teamOf } from './teams-activity';
import { adaptiveCard, noticeCard, type TeamsContent } from './teams-card';
import type { ProvedActivity } from './teams-door.service';
import { TeamsPosts, writePlace } from './teams-posts.service';

/** What Teams is answered at once; a card takes the place of the one that was clicked on. */
export interface InvokeAnswer {
  statusCode: number;
  type: string;
  value: unknown;
}

/** Does what people do in Teams. Teams waits for the answer to a click, and shows it. */
@Injectable()
export class TeamsActivities {
  constructor(
    private readonly clicks: ChatClicks,
    private readonly accounts: ChatAccounts,
    private readonly messages: ChatMessageStore,
    private readonly refresh: ChatRefresh,
    private readonly posts: TeamsPosts,
  ) {}

  /** Undefined where Teams waits for nothing. */
  async handle(given: ProvedActivity): Promise<InvokeAnswer | undefined> {
    const { activity } = given;
    if (activity.type === 'invoke')
      return activity.name === 'adaptiveCard/action' ? this.clicked(given) : UNKNOWN_INVOKE;
    const isGreeting =
      activity.type === 'message' || (activity.type === 'installationUpdate' && activity.action === 'add');
    if (isGreeting && isPersonal(activity)) await this.greet(given);
    return undefined;
  }

  private async clicked(given: ProvedActivity): Promise<InvokeAnswer> {
    const { activity, installations, remoteAddress } = given;
    const { verb, data } = activity.value?.action ?? { verb: '', data: { value: '', reason: undefined } };
    const action = CARD_ACTIONS.find((one) => one === verb);
    const value = readButtonValue(data.value);
    if (action === undefined || value === undefined) return UNKNOWN_INVOKE;
    const click: Click = {
      ...{ account: accountOf(activity), value, action, key: activity.id, reason: data.reason },
      ...{ actedAt: activity.timestamp, proof: 'jwt', remoteAddress },
    };
    const own = installations.find(({ tenantId }) => tenantId === value.tenantId);
    const clicker = own === undefined ? ({ kind: 'unknown' } as const) : await this.clicks.whose(click);
    if (own === undefined || clicker.kind === 'unknown') return said(outcomeWords({ kind: 'gone' }));
    if (clicker.kind === 'unlinked') {
      await this.offer(own.tenantId, activity, NOT_LINKED);
      return said(
        'Orkestra does not know yet who you are. Connect your account by the message below, then click again.',
      );
    }
    return this.answer(click, clicker, activity);
  }

  private async answer(
    click: Click,
    clicker: Clicker & { kind: 'known' },
    activity: TeamsActivity,
  ): Promise<InvokeAnswer> {
    const outcome = await this.clicks.answer(click, clicker);
    if (outcome === undefined) return said(FAILED);
    const { message } = clicker;
    if (message.messageId === null && activity.replyToId !== undefined)
      await this.messages.sent(message, writePlace(conversationOf(activity)), activity.replyToId);
    const isPlain = outcome.kind === 'done' && !outcome.repeated;
    const card = await this.refresh.cardOf(message);
    return shown(adaptiveCard(card, isPlain ? null : outcomeWords(outcome)));
  }

  /** Who writes to the bot, or has just got it, is told how to connect their account. */
  private async greet({ activity, installations }: ProvedActivity): Promise<void> {
    for (const { tenantId } of installations) {
      const isLinked = (await this.accounts.personOf(tenantId, accountOf(activity))) !== undefined;
      if (!isLinked)
        await this.offer(
          tenantId,
          activity,
          'Connect your account once, to be told here and to answer here:',
        );
      else
        await this.posts.post(tenantId, conversationOf(activity), noticeCard('Your account is connected.'));
    }
  }

  private async offer(tenantId: string, activity: TeamsActivity, text: string): Promise<void> {
    const conversation = conversationOf(activity);
    const url = await this.accounts.linkFor(tenantId, accountOf(activity), {
      name: activity.from.name ?? activity.from.aadObjectId,
      reach: { ...conversation },
    });
    await this.posts.post(tenantId, conversation, noticeCard(text, { label: 'Connect', url }));
  }
}

/** The chat with the bot: a link is for one pair of eyes. */
function isPersonal({ conversation }: TeamsActivity): boolean {
  return conversation.conversationType === 'personal';
}

function accountOf(activity: TeamsActivity): ChatAccount {
  return { channel: 'teams', teamId: teamOf(activity), accountId: activity.from.aadObjectId };
}

function conversationOf({ serviceUrl, conversation }: TeamsActivity): {
  serviceUrl: string;
  conversationId: string;
} {
  return { serviceUrl, conversationId: conversation.id };
}

function said(text: string): InvokeAnswer {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text };
}

function shown({ card }: TeamsContent): InvokeAnswer {
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };
}

const UNKNOWN_INVOKE: InvokeAnswer = {
  statusCode: 400,
  type: 'application/vnd.microsoft.error',
  value: { code: 'BadRequest', message: 'Orkestra does not know this action.' },
};
