import { buttonsOf, signedBySlack, type SlackMessageThere, type SlackServer } from './servers/slack-server';

/** Somebody who clicks in Slack. */
export interface Clicker {
  team: string;
  user: string;
  secret: string;
}

/** Bodies and headers of what Slack sends when people do something there. */
export class SlackDesk {
  private clicks = 0;

  constructor(
    private readonly slack: SlackServer,
    /** In seconds. */
    private readonly now: () => number,
  ) {}

  click(who: Clicker, message: SlackMessageThere, action: string, value?: string): SignedRequest {
    const found = buttonsOf(message.blocks).find((button) => button.action === action);
    return this.clickOn(who, message, action, value ?? found?.value ?? 'no such button');
  }

  clickOn(
    who: Clicker,
    { channel, ts }: Pick<SlackMessageThere, 'channel' | 'ts'>,
    action: string,
    value: string,
  ): SignedRequest {
    return this.signed(who, this.payloadOf(who, { channel, ts }, action, value));
  }

  payloadOf(
    { team, user }: Clicker,
    { channel, ts }: Pick<SlackMessageThere, 'channel' | 'ts'>,
    action: string,
    value: string,
  ): Record<string, unknown> {
    const at = `${this.now()}.${String((this.clicks += 1)).padStart(6, '0')}`;
    return {
      type: 'block_actions',
      api_app_id: 'A1',
      team: { id: team, domain: 'test' },
      user: { id: user, username: user.toLowerCase(), name: user.toLowerCase(), team_id: team },
      trigger_id: `trigger-${at}`,
      container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false },
      channel: { id: channel, name: 'directmessage' },
      actions: [{ type: 'button', block_id: 'orkestra', action_id: action, value, action_ts: at }],
      response_url: `${this.slack.url}/respond/${at}`,
    };
  }

  submit(who: Clicker, view: Record<string, unknown>, reason: string): SignedRequest {
    const { team, user } = who;
    const values = { reason: { reason: { type: 'plain_text_input', value: reason } } };
    return this.signed(who, {
      type: 'view_submission',
      team: { id: team, domain: 'test' },
      user: { id: user, name: user.toLowerCase() },
      view: { ...view, state: { values } },
    });
  }

  command({ team, user, secret }: Clicker): SignedRequest {
    const form = new URLSearchParams({
      ...{ command: '/orkestra', text: '', team_id: team, user_id: user, user_name: user.toLowerCase() },
      response_url: `${this.slack.url}/respond/command`,
    });
    return { body: form.toString(), headers: signedBySlack(form.toString(), secret, this.now()) };
  }

  private signed({ secret }: Clicker, payload: object): SignedRequest {
    const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
    return { body, headers: signedBySlack(body, secret, this.now()) };
  }
}

export interface SignedRequest {
  body: string;
  headers: Record<string, string>;
}
