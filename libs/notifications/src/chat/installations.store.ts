import { Injectable } from '@nestjs/common';
import { isRecord, queryRows, SystemDatabase } from '@orkestra/core';
import { SecretBox, type TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import type { ChatChannel, ChatInstallation } from './chat-channel';

interface Row {
  tenantId: string;
  channel: ChatChannel;
  teamId: string;
  teamName: string;
  config: Record<string, unknown>;
  secrets: Buffer;
  keyId: string;
}

/** What tenants have connected, of all of them: messages come in without saying whose they are. */
@Injectable()
export class InstallationStore {
  constructor(
    private readonly database: SystemDatabase,
    private readonly box: SecretBox,
  ) {}

  /** @throws SecretUnreadableError */
  async find(tenantId: string, channel: ChatChannel): Promise<ChatInstallation | undefined> {
    const rows = await this.database.query<Row>(`${SELECT} WHERE i.tenant_id = $1 AND i.channel = $2`, [
      tenantId,
      channel,
    ]);
    return rows.map((row) => this.opened(row))[0];
  }

  /** Every tenant's that has connected this team: each has secrets of its own. */
  async ofTeam(channel: ChatChannel, teamId: string): Promise<ChatInstallation[]> {
    const rows = await this.database.query<Row>(
      `${SELECT} WHERE i.channel = $1 AND i.team_id = $2 ORDER BY i.tenant_id LIMIT ${MOST_OF_A_TEAM}`,
      [channel, teamId],
    );
    return rows.map((row) => this.opened(row));
  }

  /** All of a channel. */
  async ofChannel(channel: ChatChannel): Promise<ChatInstallation[]> {
    const sql = `${SELECT} WHERE i.channel = $1 ORDER BY i.tenant_id LIMIT ${MOST_OF_A_CHANNEL}`;
    const rows = await this.database.query<Row>(sql, [channel]);
    return rows.map((row) => this.opened(row));
  }

  /** @param problem null when it works again */
  async setProblem(tenantId: string, channel: ChatChannel, problem: string | null): Promise<void> {
    await this.database.query(SET_PROBLEM, [tenantId, channel, problem?.slice(0, 500) ?? null]);
  }

  /** Puts it in the place of what was there; accounts of another team go with that. @throws NoSecretsKeyError */
  async save(
    em: EntityManager,
    { tenantId }: TenantContext,
    { channel, teamId, teamName, config, secrets }: Omit<ChatInstallation, 'tenantId'>,
    now: Date,
  ): Promise<void> {
    const { bytes, keyId } = this.box.seal(JSON.stringify(secrets), placeOf({ tenantId, channel }));
    await queryRows(em, LEAVE_TEAM, [tenantId, channel, teamId]);
    await queryRows(em, SAVE, [
      ...[tenantId, channel, teamId, teamName, JSON.stringify(config), bytes, keyId, now],
    ]);
  }

  private opened({ secrets, keyId, ...row }: Row): ChatInstallation {
    const opened: unknown = JSON.parse(this.box.open({ bytes: secrets, keyId }, placeOf(row)));
    if (!isRecord(opened)) throw new TypeError('The secrets of an installation are an object');
    return { ...row, secrets: opened as Record<string, string> };
  }
}

/** Each has to prove a signature: many would be a way to keep the gateway busy. */
const MOST_OF_A_TEAM = 50;
const MOST_OF_A_CHANNEL = 1_000;

function placeOf({ tenantId, channel }: { tenantId: string; channel: ChatChannel }): string[] {
  return ['chat-installation', tenantId, channel];
}

const SELECT = `
  SELECT i.tenant_id AS "tenantId", i.channel, i.team_id AS "teamId", i.team_name AS "teamName", i.config, i.secrets,
    i.key_id AS "keyId"
  FROM chat_installations i`;

const SET_PROBLEM = `
  UPDATE chat_installations SET status = CASE WHEN $3::text IS NULL THEN 'connected' ELSE 'broken' END, problem = $3
  WHERE tenant_id = $1 AND channel = $2 AND problem IS DISTINCT FROM $3`;

const LEAVE_TEAM = `
  WITH other AS (
    DELETE FROM chat_installations WHERE tenant_id = $1 AND channel = $2 AND team_id <> $3 RETURNING channel)
  DELETE FROM notification_addresses a USING other WHERE a.tenant_id = $1 AND a.channel = other.channel`;

const SAVE = `
  INSERT INTO chat_installations (tenant_id, channel, team_id, team_name, config, secrets, key_id, status, connected_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, 'connected', $8)
  ON CONFLICT (tenant_id, channel) DO UPDATE SET team_name = excluded.team_name, config = excluded.config,
    secrets = excluded.secrets, key_id = excluded.key_id, status = 'connected', problem = NULL,
    connected_at = excluded.connected_at`;
