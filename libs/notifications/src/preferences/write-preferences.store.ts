import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import type { PersonKey } from './choices.queries';
import type { DelayChange, PreferenceChange } from './preferences-view';

/** @param em of the tenant, or of the role `system` */
export async function writePreferences(
  em: EntityManager,
  { tenantId, personId }: PersonKey,
  changes: readonly PreferenceChange[],
): Promise<void> {
  const given = changes.map(({ kind, channel, mode, delaySeconds = null }) => ({
    kind,
    channel,
    mode,
    delay_seconds: delaySeconds,
  }));
  await queryRows(em, SET, [tenantId, personId, JSON.stringify(given)]);
  await queryRows(em, UNSET, [tenantId, personId, JSON.stringify(given)]);
}

/** How long channels wait. @param em of the tenant */
export async function writeDelays(
  em: EntityManager,
  { tenantId, personId }: PersonKey,
  delays: readonly DelayChange[],
): Promise<void> {
  const given = delays.map(({ channel, delaySeconds }) => ({ channel, delay_seconds: delaySeconds }));
  await queryRows(em, SET_DELAYS, [tenantId, personId, JSON.stringify(given)]);
  await queryRows(em, UNSET_DELAYS, [tenantId, personId, JSON.stringify(given)]);
}

const DELAYS = `json_to_recordset($3::json) AS g (channel text, delay_seconds integer)`;

const SET_DELAYS = `
  INSERT INTO notification_delays (tenant_id, person_id, channel, delay_seconds)
  SELECT DISTINCT ON (g.channel) $1::uuid, $2::uuid, g.channel, g.delay_seconds FROM ${DELAYS}
  WHERE g.delay_seconds IS NOT NULL
  ON CONFLICT (tenant_id, person_id, channel) DO UPDATE SET delay_seconds = excluded.delay_seconds`;

const UNSET_DELAYS = `
  DELETE FROM notification_delays d USING ${DELAYS}
  WHERE d.tenant_id = $1 AND d.person_id = $2 AND d.channel = g.channel AND g.delay_seconds IS NULL`;

const GIVEN = `json_to_recordset($3::json) AS g (kind text, channel text, mode text, delay_seconds integer)`;

const SET = `
  INSERT INTO notification_preferences (tenant_id, person_id, kind, channel, mode, delay_seconds)
  SELECT DISTINCT ON (g.kind, g.channel) $1::uuid, $2::uuid, g.kind, g.channel, g.mode, g.delay_seconds FROM ${GIVEN}
  WHERE g.mode IS NOT NULL
  ON CONFLICT (tenant_id, person_id, kind, channel)
    DO UPDATE SET mode = excluded.mode, delay_seconds = excluded.delay_seconds`;

const UNSET = `
  DELETE FROM notification_preferences p USING ${GIVEN}
  WHERE p.tenant_id = $1 AND p.person_id = $2 AND p.kind = g.kind AND p.channel = g.channel AND g.mode IS NULL`;
