import { Injectable } from '@nestjs/common';
import { Clock, SystemDatabase } from '@orkestra/core';

/** Longer than a server may take over one mail; a process that dies meanwhile leaves it to the next. */
const LEASE_MS = 120_000;
const MOST_ATTEMPTS = 10;
const LONGEST_WAIT_MS = 30 * 60_000;
const KEPT_MS = 30 * 24 * 3_600_000;

export interface DueMail {
  tenantId: string;
  id: string;
  content: Buffer;
  keyId: string;
  /** Including the one that is to come. */
  attempts: number;
}

/** The mails that wait, of all tenants. */
@Injectable()
export class Mails {
  constructor(
    private readonly database: SystemDatabase,
    private readonly clock: Clock,
  ) {}

  /** The next that is due; nobody else gets it for two minutes. */
  async lease(): Promise<DueMail | undefined> {
    const now = this.clock.now();
    const [mail] = await this.database.query<DueMail>(LEASE, [now, new Date(now.getTime() + LEASE_MS)]);
    return mail;
  }

  async sent({ tenantId, id }: DueMail): Promise<void> {
    await this.database.query('DELETE FROM mails WHERE tenant_id = $1 AND id = $2', [tenantId, id]);
  }

  /** @returns whether it was given up */
  async failed({ tenantId, id, attempts }: DueMail, problem: string, forGood: boolean): Promise<boolean> {
    const now = this.clock.now().getTime();
    const over = forGood || attempts >= MOST_ATTEMPTS;
    const next = new Date(now + Math.min(LONGEST_WAIT_MS, 5_000 * 2 ** attempts));
    await this.database.query(over ? GIVE_UP : PUT_OFF, [tenantId, id, problem, over ? new Date(now) : next]);
    return over;
  }

  /** Forgets what was given up a month ago. */
  async clean(): Promise<void> {
    await this.database.query('DELETE FROM mails WHERE failed_at < $1', [
      new Date(this.clock.now().getTime() - KEPT_MS),
    ]);
  }
}

const LEASE = `
  UPDATE mails m SET available_at = $2, attempts = m.attempts + 1
  FROM (SELECT tenant_id, id FROM mails WHERE available_at <= $1 AND failed_at IS NULL
        ORDER BY available_at LIMIT 1 FOR UPDATE SKIP LOCKED) AS due
  WHERE m.tenant_id = due.tenant_id AND m.id = due.id
  RETURNING m.tenant_id AS "tenantId", m.id, m.content, m.key_id AS "keyId", m.attempts`;

const PUT_OFF = 'UPDATE mails SET problem = $3, available_at = $4 WHERE tenant_id = $1 AND id = $2';

const GIVE_UP =
  'UPDATE mails SET problem = $3, failed_at = $4, content = NULL WHERE tenant_id = $1 AND id = $2';
