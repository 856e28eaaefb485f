import { Injectable } from '@nestjs/common';
import {
  Clock,
  decodeCursor,
  Ids,
  InvalidCursorError,
  type Page,
  type PageRequest,
  pageSize,
  prepared,
  queryRows,
  SystemDatabase,
  TenantDatabase,
  toPage,
} from '@orkestra/core';
import { requireScope, type TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';

type JsonSchema = Readonly<Record<string, unknown>>;

/** What a worker can run, as it publishes it. */
export interface PublishedDefinition {
  name: string;
  version: string;
  description?: string | null;
  inputSchema?: JsonSchema | null;
  outputSchema?: JsonSchema | null;
  /** Inputs that show how the workflow is used. */
  examples?: readonly unknown[] | null;
}

export interface DefinitionView {
  name: string;
  version: string;
  description: string | null;
  /** JSON Schema 2020-12; null when any input is taken. */
  inputSchema: JsonSchema | null;
  outputSchema: JsonSchema | null;
  examples: unknown[];
  /** Temporal's queue of the workers that run it. */
  taskQueue: string;
  publishedAt: Date;
}

const COLUMNS = `name, version, description, input_schema AS "inputSchema", output_schema AS "outputSchema",
  examples, task_queue AS "taskQueue", published_at AS "publishedAt"`;

/** The workflow definitions that can be started. A tenant's own definition hides one that is for all. */
@Injectable()
export class CatalogueService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly systemDatabase: SystemDatabase,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Puts definitions into the catalogue of every tenant, or renews them; what the queue offered before and does not
   * any more leaves it. Workers call it when they start.
   */
  async publish(definitions: readonly PublishedDefinition[], taskQueue: string): Promise<void> {
    const now = this.clock.now();
    await this.systemDatabase.run(async (em) => {
      // In one order, so that workers that start together do not wait for each other in a circle.
      for (const definition of [...definitions].sort((a, b) => (a.name < b.name ? -1 : 1))) {
        await em.query(
          `INSERT INTO workflow_definitions
             (id, name, version, description, input_schema, output_schema, task_queue, published_at, examples)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
           ON CONFLICT (tenant_id, name) DO UPDATE SET version = excluded.version,
             description = excluded.description, input_schema = excluded.input_schema,
             output_schema = excluded.output_schema, task_queue = excluded.task_queue,
             published_at = excluded.published_at, examples = excluded.examples`,
          [
            this.ids.next(),
            definition.name,
            definition.version,
            definition.description ?? null,
            jsonOrNull(definition.inputSchema),
            jsonOrNull(definition.outputSchema),
            taskQueue,
            now,
            JSON.stringify(definition.examples ?? []),
          ],
        );
      }
      await em.query(
        'DELETE FROM workflow_definitions WHERE tenant_id IS NULL AND task_queue = $1 AND NOT name = ANY($2::text[])',
        [taskQueue, definitions.map(({ name }) => name)],
      );
    });
  }

  /** Those of the names that workers of other queues have published, with their queues. */
  async offeredElsewhere(
    names: readonly string[],
    taskQueue: string,
  ): Promise<{ name: string; taskQueue: string }[]> {
    return this.systemDatabase.query(
      `SELECT name, task_queue AS "taskQueue" FROM workflow_definitions
       WHERE tenant_id IS NULL AND name = ANY($1::text[]) AND task_queue <> $2 ORDER BY name`,
      [names, taskQueue],
    );
  }

  async list(ctx: TenantContext): Promise<DefinitionView[]> {
    requireScope(ctx, 'workflows:read');
    const rows = await this.database.query<DefinitionView>(
      ctx,
      `SELECT DISTINCT ON (name) ${COLUMNS} FROM workflow_definitions ORDER BY name, tenant_id NULLS LAST`,
    );
    return rows;
  }

  /**
   * A page of the catalogue, by name.
   * @param name of the one that is looked for, which may not be there; undefined for all
   * @throws InvalidCursorError
   */
  async page(ctx: TenantContext, name: string | undefined, page: PageRequest): Promise<Page<DefinitionView>> {
    requireScope(ctx, 'workflows:read');
    const size = pageSize(page);
    const [after] = page.after ? decodeCursor(page.after, 1) : [''];
    if (typeof after !== 'string' || after.includes('\0')) throw new InvalidCursorError();
    if (name?.includes('\0')) return toPage<DefinitionView, DefinitionView>([], size, itself, () => []);
    const rows = await this.database.query<DefinitionView>(
      ctx,
      `SELECT DISTINCT ON (name) ${COLUMNS} FROM workflow_definitions
         WHERE name > $1 AND ($3::text IS NULL OR name = $3) ORDER BY name, tenant_id NULLS LAST LIMIT $2`,
      [after, size + 1, name ?? null],
    );
    return toPage(rows, size, itself, (row) => [row.name]);
  }

  async find(ctx: TenantContext, name: string): Promise<DefinitionView | null> {
    requireScope(ctx, 'workflows:read');
    const row = await this.database.run(ctx, (em) => readDefinition(em, name));
    return row ?? null;
  }
}

/** The definition that a start of `name` uses, within a transaction of the tenant. */
export async function readDefinition(em: EntityManager, name: string): Promise<DefinitionView | undefined> {
  const [row] = await queryRows<DefinitionView>(em, READ_DEFINITION, [name]);
  return row;
}

const READ_DEFINITION = prepared(
  `SELECT ${COLUMNS} FROM workflow_definitions WHERE name = $1 ORDER BY tenant_id NULLS LAST LIMIT 1`,
);

export async function readDefinitionNames(em: EntityManager): Promise<string[]> {
  const rows = await queryRows<{ name: string }>(
    em,
    'SELECT DISTINCT name FROM workflow_definitions ORDER BY name LIMIT 20',
  );
  return rows.map(({ name }) => name);
}

function itself(definition: DefinitionView): DefinitionView {
  return definition;
}

function jsonOrNull(value: unknown): string | null {
  return value == null ? null : JSON.stringify(value);
}
