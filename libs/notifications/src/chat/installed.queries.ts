import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import type { ChatChannel } from './chat-channel';

/** Whether a tenant has connected the channel, working or not. */
export async function isInstalled(
  em: EntityManager,
  tenantId: string,
  channel: ChatChannel,
): Promise<boolean> {
  return (await queryRows(em, INSTALLED, [tenantId, channel])).length > 0;
}

const INSTALLED = 'SELECT FROM chat_installations WHERE tenant_id = $1 AND channel = $2';
