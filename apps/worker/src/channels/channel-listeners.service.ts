import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Logger } from '@orkestra/core';
import {
  ChannelListener,
  ChannelRegistry,
  ConnectDesk,
  type NotificationChannel,
} from '@orkestra/notifications';
import { BackgroundLoop } from '../background-loop';

const BETWEEN_LOOKS_MS = 1_000;
const WHILE_ANOTHER_LISTENS_MS = 15_000;
const LONGEST_LOOK_MS = 30_000;

/** Hears what people send to the channels that can be written to, such as the code by which they connect. */
@Injectable()
export class ChannelListeners implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly listening: readonly NotificationChannel[];
  private readonly loops: readonly BackgroundLoop[];
  private endWaits: () => void = () => undefined;
  private readonly stopped = new Promise<void>((resolve) => (this.endWaits = resolve));

  constructor(
    registry: ChannelRegistry,
    private readonly listener: ChannelListener,
    private readonly desk: ConnectDesk,
    logger: Logger,
  ) {
    const own = logger.child('channel-listeners');
    this.listening = registry.enabled.filter((channel) => 'receive' in channel);
    this.loops = this.listening.map(
      (channel) =>
        new BackgroundLoop({
          work: () => this.look(channel),
          idleMs: BETWEEN_LOOKS_MS,
          longestWaitMs: 60_000,
          logger: own,
        }),
    );
  }

  onApplicationBootstrap(): void {
    for (const loop of this.loops) loop.start();
  }

  /** What is under way is not waited for: what was not confirmed comes again. */
  async beforeApplicationShutdown(): Promise<void> {
    this.endWaits();
    await Promise.all(this.loops.map((loop) => loop.stop()));
    await Promise.all(this.listening.map(({ name }) => this.listener.end(name).catch(() => undefined)));
  }

  private async look(channel: NotificationChannel): Promise<boolean> {
    const isOurs = await this.listener.begin(channel.name);
    const work = isOurs ? channel.receive?.(this.desk.of(channel.name)) : undefined;
    const waitMs = isOurs ? LONGEST_LOOK_MS : WHILE_ANOTHER_LISTENS_MS;
    let timer: NodeJS.Timeout | undefined;
    const waited = new Promise<void>((resolve) => (timer = setTimeout(resolve, waitMs)));
    try {
      await Promise.race([work ?? waited, waited, this.stopped]);
    } finally {
      clearTimeout(timer);
      work?.catch(() => undefined);
    }
    return false;
  }
}
