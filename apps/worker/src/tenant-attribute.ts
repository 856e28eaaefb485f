import type { Logger, TemporalConnection } from '@orkestra/core';
import { TENANT_SEARCH_ATTRIBUTE } from '@orkestra/sdk';

const KEYWORD = 2;

/** Registers the tenant's search attribute where it is missing; without it Temporal refuses every start. */
export async function ensureTenantAttribute(temporal: TemporalConnection, logger: Logger): Promise<void> {
  const { connection, options } = temporal.client;
  const { namespace } = options;
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  if (customAttributes?.[TENANT_SEARCH_ATTRIBUTE] !== undefined) return;
  const searchAttributes = { [TENANT_SEARCH_ATTRIBUTE]: KEYWORD };
  await connection.operatorService.addSearchAttributes({ namespace, searchAttributes }).then(
    () => logger.info({ attribute: TENANT_SEARCH_ATTRIBUTE }, 'Registered the search attribute'),
    (error: unknown) =>
      logger.warn({ err: error }, `Register the search attribute ${TENANT_SEARCH_ATTRIBUTE} (Keyword)`),
  );
}
