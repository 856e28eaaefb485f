import {
  ChatAccounts,
  ChatRefresh,
  Dispatcher,
  FanOut,
  NotificationsModule,
  SlackConnections,
  SlackDoor,
  SlackInteractions,
} from '@orkestra/notifications';
import type { TenantContext } from '@orkestra/tenancy';
import { Office } from './office';
import { buttonsOf, type SlackMessageThere, SlackServer } from './servers/slack-server';
import { type Clicker, SlackDesk, type SignedRequest } from './slack-desk';

export const MINUTE = 60_000;
export const SECRET = 'a'.repeat(32);
export const SECRET_OF_B = 'b'.repeat(32);
const BOT = 'xoxb-of-tenant-a';
export const BOT_OF_B = 'xoxb-of-tenant-b';
export const SAM: Clicker = { team: 'T1', user: 'USAM', secret: SECRET };
export const LEE: Clicker = { team: 'T1', user: 'ULEE', secret: SECRET };

/** An office that has connected a Slack, with the people there. */
export class SlackOffice {
  readonly desk: SlackDesk;

  private constructor(
    readonly slack: SlackServer,
    readonly office: Office,
  ) {
    this.desk = new SlackDesk(slack, () => office.clock.now().getTime() / 1_000);
  }

  static async open(): Promise<SlackOffice> {
    const slack = await SlackServer.start();
    slack.addTeam(BOT, { teamId: 'T1', name: 'Acme', signingSecret: SECRET });
    slack.addTeam(BOT_OF_B, { teamId: 'T1', name: 'Acme', signingSecret: SECRET_OF_B });
    const office = await Office.open(8, [NotificationsModule], {
      ...slack.settings,
      PUBLIC_URL: 'https://o.test',
    });
    const given = { botToken: BOT, signingSecret: SECRET };
    await office.app.get(SlackConnections).connect(office.people.ada, given);
    return new SlackOffice(slack, office);
  }

  async close(): Promise<void> {
    await this.office.close();
    await this.slack.close();
  }

  /** As the gateway does it, whose answer comes first. */
  async bring({ body, headers }: SignedRequest): Promise<void> {
    const signature = {
      timestamp: headers['x-slack-request-timestamp'] ?? '',
      signature: headers['x-slack-signature'] ?? '',
    };
    const proved = await this.office.app.get(SlackDoor).admit(Buffer.from(body), signature);
    await this.office.app.get(SlackInteractions).handle(proved);
  }

  /** The token of the link that somebody gets who asks for one. */
  async linkOf(who: Clicker): Promise<string> {
    await this.bring(this.desk.command(who));
    const { blocks } = this.slack.told.at(-1) ?? { blocks: [] };
    return new URL(buttonsOf(blocks)[0]?.url ?? 'none:').searchParams.get('token') ?? '';
  }

  async link(person: TenantContext, who: Clicker): Promise<void> {
    await this.office.app.get(ChatAccounts).link(person, await this.linkOf(who));
  }

  async expand(): Promise<void> {
    while (await this.office.app.get(FanOut).round());
  }

  async send(): Promise<void> {
    while (await this.office.app.get(Dispatcher).round());
  }

  /** Sends what is to be told, a minute later. */
  async tellAll(): Promise<void> {
    await this.expand();
    this.office.clock.pass(MINUTE);
    await this.send();
  }

  /** Changes the messages of what has happened. */
  async changeAll(): Promise<void> {
    await this.expand();
    while (await this.office.app.get(ChatRefresh).round());
  }

  messageTo({ user }: Clicker): SlackMessageThere {
    const found = this.slack.messages.findLast(({ channel }) => channel === `D${user}`);
    if (found === undefined) throw new Error(`Nothing was sent to ${user}`);
    return found;
  }

  /** What came in, and what became of it. */
  async attempts(): Promise<object[]> {
    return this.office.rows(
      'SELECT channel, account, team, proved, proof, action, outcome, code, person_id FROM answer_attempts ORDER BY id',
    );
  }
}
