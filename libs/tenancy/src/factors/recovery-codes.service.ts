import { createHash, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, queryRows, SystemDatabase } from '@orkestra/core';
import type { EntityManager } from 'typeorm';

const HOW_MANY = 10;
/** Without letters and digits that look alike; 16 of them are 78 bits, so that a fast hash is safe to store. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const LENGTH = 16;

/** For a person who has lost their second factor: ten codes, each good once. */
@Injectable()
export class RecoveryCodes {
  constructor(
    private readonly system: SystemDatabase,
    private readonly clock: Clock,
  ) {}

  /**
   * New codes in place of all earlier ones.
   * @param em of a transaction of the tenant
   */
  async renew(em: EntityManager, tenantId: string, userId: string): Promise<string[]> {
    const codes = Array.from({ length: HOW_MANY }, newCode);
    await this.forget(em, userId);
    await queryRows(
      em,
      'INSERT INTO recovery_codes (tenant_id, user_id, code_hash) SELECT $1, $2, unnest($3::bytea[])',
      [tenantId, userId, codes.map((code) => hashOf(tenantId, userId, code))],
    );
    return codes;
  }

  async forget(em: EntityManager, userId: string): Promise<void> {
    await queryRows(em, 'DELETE FROM recovery_codes WHERE user_id = $1', [userId]);
  }

  async left(em: EntityManager, userId: string): Promise<number> {
    const [row] = await queryRows<{ left: number }>(
      em,
      'SELECT count(*)::int AS left FROM recovery_codes WHERE user_id = $1 AND used_at IS NULL',
      [userId],
    );
    return row?.left ?? 0;
  }

  /** Whether the code was good; it no longer is. */
  async use(tenantId: string, userId: string, code: string): Promise<boolean> {
    const used = await this.system.query(
      `UPDATE recovery_codes SET used_at = $4
       WHERE tenant_id = $1 AND user_id = $2 AND code_hash = $3 AND used_at IS NULL RETURNING 1`,
      [tenantId, userId, hashOf(tenantId, userId, code), this.clock.now()],
    );
    return used.length > 0;
  }
}

function newCode(): string {
  const letters = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

/** However it was typed. */
function hashOf(tenantId: string, userId: string, code: string): Buffer {
  const plain = code.toLowerCase().replace(/[^a-z0-9]/g, '');
  return createHash('sha256').update(`${tenantId}:${userId}:${plain}`).digest();
}
