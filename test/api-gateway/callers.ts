import { Config } from '@orkestra/core';
import { ALL_SCOPES, ApiKeysService, type Permission, type TenantRole } from '@orkestra/tenancy';
import { testContext } from '../../libs/tenancy/src/testing';
import { ApiClient } from '../harness';
import type { GatewaysInProcess } from './gateways-in-process';

const PERSON = 'max@demo.test';

/** One person who takes every role in turn, and a key for every set of scopes. */
export class Callers {
  private readonly keys = new Map<string, ApiClient>();

  private constructor(
    private readonly gateways: GatewaysInProcess,
    readonly person: ApiClient,
  ) {}

  static async of(gateways: GatewaysInProcess): Promise<Callers> {
    return new Callers(gateways, await signedIn(gateways));
  }

  get anonymous(): ApiClient {
    return new ApiClient(this.gateways.url());
  }

  /** Holds from the person's next request on; their session goes on, whatever the role is. */
  async become(role: TenantRole, inGroup: 'member' | 'supervisor'): Promise<void> {
    await this.gateways.rows('UPDATE users SET role = $2 WHERE email = $1', [PERSON, role]);
    await this.gateways.rows(
      'UPDATE sessions s SET epoch = u.session_epoch FROM users u WHERE u.id = s.user_id AND u.email = $1',
      [PERSON],
    );
    await this.gateways.rows(
      'UPDATE group_members SET role = $2 WHERE user_id = (SELECT id FROM users WHERE email = $1)',
      [PERSON, inGroup],
    );
  }

  /** A session of its own, for what ends the session. */
  async again(): Promise<ApiClient> {
    return signedIn(this.gateways);
  }

  keyWith(...permissions: readonly Permission[]): Promise<ApiClient> {
    return this.key(ALL_SCOPES.filter((scope) => permissions.includes(scope)));
  }

  keyWithout(...permissions: readonly Permission[]): Promise<ApiClient> {
    return this.key(ALL_SCOPES.filter((scope) => !permissions.includes(scope)));
  }

  private async key(scopes: readonly (typeof ALL_SCOPES)[number][]): Promise<ApiClient> {
    const name = scopes.join(' ');
    const known = this.keys.get(name);
    if (known !== undefined) return known;
    const sql = 'SELECT id FROM users WHERE email = $1';
    const [creator] = await this.gateways.rows<{ id: string }>(sql, [PERSON]);
    const admin = testContext({
      tenantId: this.gateways.tenant.id,
      principal: { role: 'admin', id: creator?.id ?? '' },
    });
    const request = { principalName: `key ${this.keys.size}`, scopes };
    const { key } = await this.gateways.get(ApiKeysService).create(admin, request);
    const client = new ApiClient(this.gateways.url(), { authorization: `Bearer ${key}` });
    this.keys.set(name, client);
    return client;
  }
}

/** As a page of the admin app sends its requests. */
async function signedIn(gateways: GatewaysInProcess): Promise<ApiClient> {
  const { headers } = await gateways.person(PERSON);
  const origin = new URL(gateways.get(Config).PUBLIC_URL).origin;
  return new ApiClient(gateways.url(), { ...headers, origin });
}
