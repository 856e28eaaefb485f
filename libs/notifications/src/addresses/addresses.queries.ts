import { isRecord, queryRows } from '@orkestra/core';
import type { SecretBox } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import type { PersonKey } from '../preferences/choices.queries';
import type { AddressDetails, ChannelAddress } from './address';
import { placeOf } from './address-box';

/** By which of some channels people can be reached, of many people at once. */
export class Reachable {
  constructor(private readonly keys: ReadonlySet<string>) {}

  has({ tenantId, personId }: PersonKey, channel: string): boolean {
    return this.keys.has(`${tenantId}/${personId}/${channel}`);
  }
}

/** @param channels those that need an address; none costs no statement */
export async function readReachable(
  em: EntityManager,
  people: readonly PersonKey[],
  channels: readonly string[],
): Promise<Reachable> {
  if (channels.length === 0 || people.length === 0) return new Reachable(new Set());
  const rows = await queryRows<{ key: string }>(em, REACHABLE, [givenOf(people), channels]);
  return new Reachable(new Set(rows.map(({ key }) => key)));
}

interface AddressRow extends PersonKey {
  id: string;
  channel: string;
  key: string;
  bytes: Buffer;
  keyId: string;
}

/** Where people are reached, by `tenant/person/channel`; a row that cannot be opened is left out. */
export async function readAddresses(
  em: EntityManager,
  people: readonly PersonKey[],
  channels: readonly string[],
  box: SecretBox,
): Promise<Map<string, ChannelAddress[]>> {
  const found = new Map<string, ChannelAddress[]>();
  if (channels.length === 0 || people.length === 0) return found;
  for (const row of await queryRows<AddressRow>(em, ADDRESSES, [givenOf(people), channels])) {
    const details = detailsOf(row, box);
    if (details === null) continue;
    const at = `${row.tenantId}/${row.personId}/${row.channel}`;
    found.set(at, [...(found.get(at) ?? []), { id: row.id, key: row.key, details }]);
  }
  return found;
}

function detailsOf(row: AddressRow, box: SecretBox): AddressDetails | null {
  try {
    const said: unknown = JSON.parse(box.open(row, placeOf(row.tenantId, row)));
    return isRecord(said) ? (said as AddressDetails) : null;
  } catch {
    return null;
  }
}

function givenOf(people: readonly PersonKey[]): string {
  const once = new Map(people.map((person) => [`${person.tenantId}/${person.personId}`, person]));
  return JSON.stringify(
    [...once.values()].map(({ tenantId, personId }) => ({ tenant_id: tenantId, person_id: personId })),
  );
}

const OF_PEOPLE = `
  FROM notification_addresses a
  JOIN json_to_recordset($1::json) AS p (tenant_id uuid, person_id uuid)
    ON p.tenant_id = a.tenant_id AND p.person_id = a.person_id
  WHERE a.channel = ANY($2::text[])`;

const REACHABLE = `SELECT DISTINCT a.tenant_id || '/' || a.person_id || '/' || a.channel AS key ${OF_PEOPLE}`;

const ADDRESSES = `
  SELECT a.tenant_id AS "tenantId", a.person_id AS "personId", a.id, a.channel, a.key, a.details AS bytes,
    a.key_id AS "keyId" ${OF_PEOPLE} ORDER BY a.connected_at, a.id`;
