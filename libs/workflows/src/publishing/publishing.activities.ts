import { Config } from '@orkestra/core';
import { ApplicationFailure } from '@temporalio/common';
import { Activities, Activity } from 'nestjs-temporal';
import { z } from 'zod';
import { CatalogueService, type PublishedDefinition } from '../catalogue/catalogue.service';
import { unpublishable } from '../catalogue/input-schema';
import { NameWatch, wordsOfTaken } from './name-watch.service';
import type { Publication, PublishingSteps } from './publishing-steps';

const jsonSchema = z.record(z.string(), z.unknown()).nullish();

const publicationSchema = z.object({
  taskQueue: z.string().min(1).max(200),
  definitions: z
    .array(
      z.object({
        name: z.string().min(1).max(200),
        version: z.string().min(1).max(100),
        description: z.string().nullish(),
        inputSchema: jsonSchema,
        outputSchema: jsonSchema,
        examples: z.array(z.unknown()).nullish(),
      }),
    )
    .max(500),
});

/** What workers of users' own tell about themselves. */
@Activities()
export class PublishingActivities implements PublishingSteps {
  constructor(
    private readonly config: Config,
    private readonly catalogue: CatalogueService,
    private readonly names: NameWatch,
  ) {}

  @Activity()
  async publishWorkflows(publication: Publication): Promise<void> {
    const parsed = publicationSchema.safeParse(publication);
    if (!parsed.success)
      throw refused(`What it publishes is not understood: ${z.prettifyError(parsed.error)}`);
    const { taskQueue, definitions } = parsed.data;
    if (taskQueue === this.config.TASK_QUEUE)
      throw refused(`The queue "${taskQueue}" is the server's. Give the worker a queue of its own.`);
    for (const definition of definitions) refuseBadSchema(definition);
    const names = definitions.map(({ name }) => name);
    const taken = await this.names.findTaken(names, taskQueue);
    if (taken !== undefined) throw refused(`The ${wordsOfTaken(taken)}`);
    await this.catalogue.publish(definitions, taskQueue);
  }
}

function refuseBadSchema({ name, inputSchema }: PublishedDefinition): void {
  const problem = unpublishable(name, inputSchema);
  if (problem !== undefined) throw refused(`The ${problem}`);
}

function refused(message: string): ApplicationFailure {
  return ApplicationFailure.nonRetryable(message, 'workflow.not_published');
}
