import { Injectable } from '@nestjs/common';
import { Config, Logger } from '@orkestra/core';
import type { SocketModeClient } from '@slack/socket-mode';
import { InstallationStore } from '../chat/installations.store';
import { SlackApi, SILENT } from './slack-api.service';
import { asSlack, type SlackInstallation } from './slack-installation';
import { SlackInteractions } from './slack-interactions.service';
import { readPayload } from './slack-payload';

interface Envelope {
  body: unknown;
  ack: () => Promise<void>;
}

/**
 * Clicks where nothing may come in: the worker opens a connection for each tenant whose app has a token for that. Any number of
 * workers may: Slack gives each click to one of them.
 */
@Injectable()
export class SlackSockets {
  private readonly logger: Logger;
  private readonly open = new Map<string, { appToken: string; client: SocketModeClient }>();

  constructor(
    private readonly installations: InstallationStore,
    private readonly interactions: SlackInteractions,
    private readonly api: SlackApi,
    private readonly config: Config,
    logger: Logger,
  ) {
    this.logger = logger.child('slack');
  }

  /** Opens what is missing, and closes what nobody has connected any more. False: nothing more to do at once. */
  async round(): Promise<boolean> {
    const all = (await this.installations.ofChannel('slack')).map(asSlack);
    const wanted = new Map(
      all.flatMap((one) => (one.secrets.appToken === undefined ? [] : [[one.tenantId, one] as const])),
    );
    for (const [tenantId, { appToken }] of this.open)
      if (wanted.get(tenantId)?.secrets.appToken !== appToken) await this.close(tenantId);
    for (const [tenantId, installation] of wanted)
      if (!this.open.has(tenantId)) await this.connect(installation);
    return false;
  }

  async end(): Promise<void> {
    await Promise.all([...this.open.keys()].map((tenantId) => this.close(tenantId)));
  }

  private async connect(installation: SlackInstallation): Promise<void> {
    const { tenantId, secrets } = installation;
    const { appToken = '' } = secrets;
    const { SocketModeClient: Client } = await import('@slack/socket-mode');
    const client = new Client({
      appToken,
      logger: SILENT as never,
      clientOptions: { slackApiUrl: this.config.SLACK_API_URL, fetch: this.api.fetch },
    });
    client.on('interactive', (envelope: Envelope) => void this.take(tenantId, envelope));
    client.on('slash_commands', (envelope: Envelope) => void this.take(tenantId, envelope));
    this.open.set(tenantId, { appToken, client });
    try {
      await client.start();
    } catch (error) {
      this.logger.warn({ err: error, tenantId }, 'No connection to Slack; it is tried again');
      this.open.delete(tenantId);
    }
  }

  /** Told that it has arrived first: Slack waits three seconds. */
  private async take(tenantId: string, { body, ack }: Envelope): Promise<void> {
    try {
      await ack();
      const payload = readPayload(body);
      const found = await this.installations.find(tenantId, 'slack');
      if (payload === undefined || found === undefined || payload.team.id !== found.teamId) return;
      await this.interactions.handle({ payload, installations: [asSlack(found)], proof: 'socket' });
    } catch (error) {
      this.logger.failure({ err: error, tenantId }, 'What came from Slack could not be done');
    }
  }

  private async close(tenantId: string): Promise<void> {
    const found = this.open.get(tenantId);
    this.open.delete(tenantId);
    await found?.client.disconnect().catch((error: unknown) => {
      this.logger.warn({ err: error, tenantId }, 'A connection to Slack did not close');
    });
  }
}
