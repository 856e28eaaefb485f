import { Injectable } from '@nestjs/common';
import { Logger } from '@orkestra/core';
import { CatalogueService } from '../catalogue/catalogue.service';
import { QueueWatch } from '../reconciler/queue-watch.service';

/** A workflow's name that a running worker offers already. */
export interface TakenName {
  name: string;
  taskQueue: string;
}

/** Keeps a name that one worker offers from being taken from it in silence. */
@Injectable()
export class NameWatch {
  private readonly logger: Logger;

  constructor(
    private readonly catalogue: CatalogueService,
    private readonly queues: QueueWatch,
    logger: Logger,
  ) {
    this.logger = logger.child('names');
  }

  /** The first of the names that another worker offers now. One whose worker has stopped may be taken over. */
  async findTaken(names: readonly string[], taskQueue: string): Promise<TakenName | undefined> {
    for (const taken of await this.catalogue.offeredElsewhere(names, taskQueue)) {
      const polled = await this.queues.isPolled(taken.taskQueue).catch((error: unknown) => {
        this.logger.warn({ err: error, queue: taken.taskQueue }, 'Whether a queue is polled is not known');
        return false;
      });
      if (polled) return taken;
    }
    return undefined;
  }
}

/** Goes on after "its" or at the begin of a sentence of its own. */
export function wordsOfTaken({ name, taskQueue }: TakenName): string {
  return (
    `workflow "${name}" is offered by another worker already, on the queue "${taskQueue}". Give one of the two ` +
    'another name. If that project was renamed, stop its worker and wait two minutes.'
  );
}
