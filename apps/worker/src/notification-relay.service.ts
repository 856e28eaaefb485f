import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { LiveBus, type LiveSubscription, Logger } from '@orkestra/core';
import {
  ChatMessageStore,
  ChatRefresh,
  DeliveryStore,
  Dispatcher,
  FanOut,
  NotificationRetention,
  SlackSockets,
} from '@orkestra/notifications';
import { BackgroundLoop } from './background-loop';

/** What changes within this is worked through together: nobody sees it, and a batch costs little more than one event. */
const TOGETHER_MS = 100;
const SWEEP_EVERY_MS = 2_000;
const SOCKETS_EVERY_MS = 10_000;
const CLEAN_EVERY_MS = 10 * 60_000;
const CLEANED_AT_ONCE = 1_000;

/**
 * Tells people what has happened. Whatever changes wakes it; it also looks by itself, for what was written while nobody
 * listened and for what only falls due.
 */
@Injectable()
export class NotificationRelay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loops: readonly BackgroundLoop[];
  private readonly fanOutLoop: BackgroundLoop;
  private changes: LiveSubscription | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    fanOut: FanOut,
    dispatcher: Dispatcher,
    retention: NotificationRetention,
    deliveries: DeliveryStore,
    refresh: ChatRefresh,
    messages: ChatMessageStore,
    private readonly sockets: SlackSockets,
    private readonly live: LiveBus,
    logger: Logger,
  ) {
    const own = logger.child('notification-relay');
    const loop = (work: () => Promise<boolean>, idleMs: number) =>
      new BackgroundLoop({ work, idleMs, longestWaitMs: 30_000, logger: own });
    this.fanOutLoop = loop(() => fanOut.round(), SWEEP_EVERY_MS);
    const clean = async () => {
      const [notifications, old, told] = [
        await retention.clean(CLEANED_AT_ONCE),
        await deliveries.clean(CLEANED_AT_ONCE),
        await messages.clean(CLEANED_AT_ONCE),
      ];
      return notifications || old || told;
    };
    this.loops = [
      this.fanOutLoop,
      loop(() => dispatcher.round(), SWEEP_EVERY_MS),
      loop(() => refresh.round(), SWEEP_EVERY_MS),
      loop(() => sockets.round(), SOCKETS_EVERY_MS),
      loop(clean, CLEAN_EVERY_MS),
    ];
  }

  onApplicationBootstrap(): void {
    for (const loop of this.loops) loop.start();
    this.changes = this.live.subscribeToAll();
    void this.wakeOnChanges(this.changes);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.changes?.end();
    clearTimeout(this.timer);
    await Promise.all(this.loops.map((loop) => loop.stop()));
    await this.sockets.end();
  }

  private async wakeOnChanges(changes: LiveSubscription): Promise<void> {
    for await (const { topic } of changes) {
      // Its own messages tell of nothing new.
      if (topic === 'notification' || this.timer !== undefined) continue;
      this.timer = setTimeout(() => {
        this.timer = undefined;
        this.fanOutLoop.wake();
      }, TOGETHER_MS);
    }
  }
}
