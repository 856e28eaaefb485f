import { Injectable } from '@nestjs/common';
import { Clock, Logger } from '@orkestra/core';
import type { AnswerOutcome } from '../answers/answer';
import { type ButtonValue, readButtonValue, writeButtonValue } from '../chat/button-value';
import { FAILED, outcomeWords } from '../chat/chat.words';
import { ChatClicks, type Click, type Clicker } from '../chat/chat-clicks.service';
import { ChatMessageStore } from '../chat/chat-messages.store';
import type { MessagePlace } from '../chat/chat-program';
import { ChatRefresh } from '../chat/chat-refresh.service';
import { CARD_ACTIONS, type CardAction } from '../chat/task-card';
import { REASON_BLOCK, REASON_MODAL, reasonModal, SLACK_ACTIONS } from './slack-blocks';
import type { ProvedPayload } from './slack-door.service';
import { SlackLinks } from './slack-links.service';
import { type BlockActions, reasonMetadata, type ViewSubmission } from './slack-payload';
import { SlackPosts } from './slack-posts.service';
import { SlackProgram } from './slack-program.service';

/** A click that took longer to come is none that somebody is waiting for. */
const LONGEST_ON_THE_WAY_MS = 5 * 60_000;

/** Does what was clicked, after Slack was told that it has arrived. Throws nothing: whoever clicked is told. */
@Injectable()
export class SlackInteractions {
  private readonly logger: Logger;

  constructor(
    private readonly clicks: ChatClicks,
    private readonly messages: ChatMessageStore,
    private readonly refresh: ChatRefresh,
    private readonly program: SlackProgram,
    private readonly posts: SlackPosts,
    private readonly links: SlackLinks,
    private readonly clock: Clock,
    logger: Logger,
  ) {
    this.logger = logger.child('slack');
  }

  async handle(given: ProvedPayload): Promise<void> {
    const { payload } = given;
    try {
      if (payload.type === 'command') await this.links.offer(given, payload.response_url);
      else if (payload.type === 'block_actions') await this.clicked(given, payload);
      else if (payload.type === 'view_submission') await this.explained(given, payload);
    } catch (error) {
      this.logger.failure({ err: error, type: payload.type }, 'What came from Slack could not be done');
    }
  }

  private async clicked(given: ProvedPayload, payload: BlockActions): Promise<void> {
    const { actions, container, response_url: responseUrl = '', trigger_id: trigger, team, user } = payload;
    const [{ action_id: id, value: text, action_ts: at }] = actions as [BlockActions['actions'][number]];
    const action = CARD_ACTIONS.find((one) => SLACK_ACTIONS[one] === id);
    const value = readButtonValue(text);
    // The button that opens the task tells of itself too.
    if (action === undefined || value === undefined) return;
    const actedAt = new Date(Number(at) * 1_000);
    const place = { conversationId: container.channel_id ?? '', messageId: container.message_ts ?? '' };
    const key = [team.id, user.id, place.conversationId, place.messageId, at, id].join('/');
    const click = clickOf(given, { value, action, key, actedAt });
    if (!(Math.abs(this.clock.now().getTime() - actedAt.getTime()) <= LONGEST_ON_THE_WAY_MS))
      return this.links.tell(responseUrl, 'That click took too long to get here. Click again.');
    const clicker = await this.clickerOf(given, click, responseUrl);
    if (clicker === undefined) return;
    if (action !== 'reject') return this.answer(click, clicker, { place, responseUrl });
    const card = await this.refresh.cardOf({ ...clicker.message, personId: clicker.personId });
    // Too late to ask why: what is in the way is what they are told.
    if (!card.actions.includes('reject')) return this.answer(click, clicker, { place, responseUrl });
    const metadata = JSON.stringify({
      ...{ value: writeButtonValue(value), responseUrl, channel: place.conversationId, ts: place.messageId },
    });
    const view = reasonModal(card.title ?? 'A task', metadata);
    const opened = await this.posts.call(value.tenantId, 'views.open', { trigger_id: trigger, view });
    if ('outcome' in opened) await this.links.tell(responseUrl, FAILED);
  }

  private async explained(given: ProvedPayload, { view }: ViewSubmission): Promise<void> {
    if (view.callback_id !== REASON_MODAL) return;
    const { value: text, responseUrl, channel, ts } = reasonMetadata.parse(JSON.parse(view.private_metadata));
    const value = readButtonValue(text);
    if (value === undefined) return;
    const reason = view.state.values[REASON_BLOCK]?.[REASON_BLOCK]?.value ?? '';
    const click = clickOf(given, {
      ...{ value, action: 'reject' as const, key: `view/${view.id}`, actedAt: this.clock.now(), reason },
    });
    const clicker = await this.clickerOf(given, click, responseUrl);
    if (clicker === undefined) return;
    await this.answer(click, clicker, { place: { conversationId: channel, messageId: ts }, responseUrl });
  }

  /** Undefined where it is nobody's: whoever clicked was told. */
  private async clickerOf(
    given: ProvedPayload,
    click: Click,
    responseUrl: string,
  ): Promise<(Clicker & { kind: 'known' }) | undefined> {
    const own = given.installations.find(({ tenantId }) => tenantId === click.value.tenantId);
    const clicker = own === undefined ? ({ kind: 'unknown' } as const) : await this.clicks.whose(click);
    if (clicker.kind === 'known') return clicker;
    if (own === undefined || clicker.kind === 'unknown')
      await this.links.tell(responseUrl, outcomeWords({ kind: 'gone' }));
    else await this.links.offer({ ...given, installations: [own] }, responseUrl, 'click');
    return undefined;
  }

  private async answer(
    click: Click,
    clicker: Clicker & { kind: 'known' },
    { place, responseUrl }: { place: MessagePlace; responseUrl: string },
  ): Promise<void> {
    const outcome = await this.clicks.answer(click, clicker);
    if (outcome !== undefined) await this.show(clicker, place);
    if (outcome === undefined || !speaksForItself(outcome))
      await this.links.tell(responseUrl, outcome === undefined ? FAILED : outcomeWords(outcome));
  }

  /** At once for whoever clicked; the others' messages change from the queue. */
  private async show({ message }: Clicker & { kind: 'known' }, place: MessagePlace): Promise<void> {
    if (place.conversationId === '') return;
    if (message.messageId === null) await this.messages.sent(message, place.conversationId, place.messageId);
    const card = await this.refresh.cardOf(message);
    await this.program.change({ tenantId: message.tenantId, ...place }, card);
  }
}

function speaksForItself(outcome: AnswerOutcome): boolean {
  return outcome.kind === 'done' && !outcome.repeated;
}

function clickOf(
  { payload, proof, remoteAddress }: ProvedPayload,
  click: { value: ButtonValue; action: CardAction; key: string; actedAt: Date; reason?: string },
): Click {
  const account = { channel: 'slack' as const, teamId: payload.team.id, accountId: payload.user.id };
  return { ...click, account, proof, remoteAddress };
}
