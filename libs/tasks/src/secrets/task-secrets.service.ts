import { Injectable } from '@nestjs/common';
import { queryRows } from '@orkestra/core';
import { DataKeys } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { type Secrets, unmask } from './masked';

export type SecretKind = 'context' | 'result';

interface Key {
  tenantId: string;
  taskId: string;
  kind: SecretKind;
}

/** The sensitive values of tasks, sealed apart: whatever reads a payload finds masks, and only who asks here the values. */
@Injectable()
export class TaskSecrets {
  constructor(private readonly keys: DataKeys) {}

  /** In the transaction that writes the payload. @throws NoKeyEncryptionKeyError */
  async write(em: EntityManager, key: Key, secrets: Secrets | null): Promise<void> {
    if (secrets === null) return;
    const { tenantId, taskId, kind } = key;
    const { version, bytes } = await this.keys.seal(em, tenantId, secrets, placeOf(key));
    await queryRows(em, INSERT, [tenantId, taskId, kind, bytes, version]);
  }

  /** Null where nothing is sensitive. @throws DataKeyUnreadableError, SecretUnreadableError */
  async read(em: EntityManager, key: Key): Promise<Secrets | null> {
    const { tenantId, taskId, kind } = key;
    const [row] = await queryRows<{ bytes: Buffer; version: number }>(em, READ, [tenantId, taskId, kind]);
    if (row === undefined) return null;
    return (await this.keys.open(em, tenantId, row, placeOf(key))) as Secrets;
  }

  /** The digest that is kept of a request with sensitive values. @throws NoKeyEncryptionKeyError */
  async digestOf(em: EntityManager, tenantId: string, request: Buffer): Promise<Buffer> {
    return (await this.keys.keyed(em, tenantId, request, true)) ?? request;
  }

  /** Whether this is the digest that was kept of the request, with sensitive values or without. */
  async isDigestOf(em: EntityManager, tenantId: string, kept: Buffer, request: Buffer): Promise<boolean> {
    if (kept.equals(request)) return true;
    return (await this.keys.keyed(em, tenantId, request, false))?.equals(kept) ?? false;
  }

  /** How a task ended as its workflow is told: with the values in the place of the masks. */
  async restored<Message extends { taskId: string; data?: Record<string, unknown> }>(
    em: EntityManager,
    tenantId: string,
    message: Message | null,
  ): Promise<Message | null> {
    if (message?.data === undefined) return message;
    const secrets = await this.read(em, { tenantId, taskId: message.taskId, kind: 'result' });
    return secrets === null ? message : { ...message, data: unmask(message.data, secrets) };
  }
}

function placeOf({ taskId, kind }: Key): string[] {
  return ['task', taskId, kind];
}

const INSERT = `
  INSERT INTO task_secrets (tenant_id, task_id, kind, secret, key_version) VALUES ($1, $2, $3, $4, $5)`;

const READ = `
  SELECT secret AS bytes, key_version AS version FROM task_secrets
  WHERE tenant_id = $1 AND task_id = $2 AND kind = $3`;
