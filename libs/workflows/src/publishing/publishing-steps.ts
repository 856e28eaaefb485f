import type { PublishedDefinition } from '../catalogue/catalogue.service';

/** What a worker can run, and Temporal's queue on which it does. */
export interface Publication {
  taskQueue: string;
  definitions: readonly PublishedDefinition[];
}

export interface PublishingSteps {
  publishWorkflows(publication: Publication): Promise<void>;
}
