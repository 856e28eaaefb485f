import { Injectable } from '@nestjs/common';
import { Clock, Ids, queryRows, SystemDatabase } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { SecretBox } from '../../secrets/secret-box.service';
import type { SsoConnection } from '../connection';
import type { SamlKeyPair } from './saml-key-pair';

export interface SamlKeyView {
  id: string;
  certificate: string;
  createdAt: Date;
}

type Owner = Pick<SsoConnection, 'tenantId' | 'id'>;

/** The key pairs of connections, oldest first: two while one takes the place of the other. */
@Injectable()
export class SamlKeys {
  constructor(
    private readonly system: SystemDatabase,
    private readonly box: SecretBox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws SecretUnreadableError */
  async of(connection: Owner): Promise<SamlKeyPair[]> {
    const rows = await this.system.query<{ certificate: string; bytes: Buffer; keyId: string }>(OF, [
      ...[connection.tenantId, connection.id],
    ]);
    return rows.map(({ certificate, ...sealed }) => ({
      certificate,
      privateKey: this.box.open(sealed, placeOf(connection, certificate)),
    }));
  }

  async list(em: EntityManager, connectionId: string): Promise<SamlKeyView[]> {
    return queryRows<SamlKeyView>(em, LIST, [connectionId]);
  }

  /** @throws NoSecretsKeyError */
  async add(
    em: EntityManager,
    connection: Owner,
    { certificate, privateKey }: SamlKeyPair,
  ): Promise<SamlKeyView> {
    const { bytes, keyId } = this.box.seal(privateKey, placeOf(connection, certificate));
    const [id, createdAt] = [this.ids.next(), this.clock.now()];
    const values = [connection.tenantId, connection.id, id, certificate, bytes, keyId, createdAt];
    await queryRows(em, ADD, values);
    return { id, certificate, createdAt };
  }

  async remove(em: EntityManager, connectionId: string, id: string): Promise<void> {
    await queryRows(em, 'DELETE FROM saml_keys WHERE connection_id = $1 AND id = $2', [connectionId, id]);
  }
}

function placeOf({ tenantId, id }: Owner, certificate: string): string[] {
  return ['saml-key', tenantId, id, certificate];
}

const OF = `
  SELECT certificate, private_key AS bytes, key_id AS "keyId" FROM saml_keys
  WHERE tenant_id = $1 AND connection_id = $2 ORDER BY created_at, id`;

const LIST = `
  SELECT id, certificate, created_at AS "createdAt" FROM saml_keys WHERE connection_id = $1 ORDER BY created_at, id`;

const ADD = `
  INSERT INTO saml_keys (tenant_id, connection_id, id, certificate, private_key, key_id, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;
