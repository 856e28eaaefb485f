import type { Json } from '../system/api-client';
import type { KeycloakAdmin } from './keycloak-admin';

/** As `DirectoryVisitor` types it. */
const PASSWORD = 'any';

export interface KeycloakPerson {
  email: string;
  firstName: string;
  lastName: string;
  emailVerified?: boolean;
  /** Ids of groups. */
  groups?: readonly string[];
}

/** A realm of a real Keycloak, set up as an administrator does it. */
export class KeycloakRealm {
  private constructor(
    readonly url: string,
    readonly name: string,
    private readonly admin: KeycloakAdmin,
  ) {}

  static async create(url: string, admin: KeycloakAdmin, realm: string): Promise<KeycloakRealm> {
    await admin.call('POST', '', { realm, enabled: true });
    return new KeycloakRealm(`${url}/realms/${realm}`, realm, admin);
  }

  /** @param path below the realm */
  async call<T = Json>(method: string, path: string, body?: object): Promise<T> {
    return this.admin.call<T>(method, `/${this.name}${path}`, body);
  }

  /** @returns the id by which it is called, which is not its client id */
  async addClient(client: object): Promise<string> {
    return this.call<string>('POST', '/clients', client);
  }

  /** What Keycloak makes of a service provider's metadata. */
  async clientOf(metadata: string): Promise<Json> {
    const path = `/${this.name}/client-description-converter`;
    return this.admin.send<Json>('POST', path, metadata, 'application/xml');
  }

  async changeClient(id: string, change: (client: Json) => Json): Promise<void> {
    const client = await this.call('GET', `/clients/${id}`);
    await this.call('PUT', `/clients/${id}`, change(client));
  }

  async addMapper(clientId: string, protocol: string, mapper: string, config: object): Promise<void> {
    const path = `/clients/${clientId}/protocol-mappers/models`;
    const name = `${mapper} ${JSON.stringify(config).slice(0, 100)}`;
    await this.call('POST', path, { name, protocol, protocolMapper: mapper, config });
  }

  /** @returns the id of the last of them: `/engineering/leads` makes two */
  async addGroup(path: string): Promise<string> {
    let parent: string | undefined;
    for (const name of path.split('/').filter((part) => part !== '')) parent = await this.group(name, parent);
    return parent ?? '';
  }

  /** @returns the id, which is the subject of their tokens */
  async addPerson(username: string, { groups = [], ...person }: KeycloakPerson): Promise<string> {
    const credentials = [{ type: 'password', value: PASSWORD, temporary: false }];
    const given = { username, enabled: true, emailVerified: true, ...person, credentials };
    const id = await this.call<string>('POST', '/users', given);
    for (const group of groups) await this.join(id, group);
    return id;
  }

  async changePerson(id: string, change: object): Promise<void> {
    await this.call('PUT', `/users/${id}`, { ...(await this.call('GET', `/users/${id}`)), ...change });
  }

  async join(person: string, group: string): Promise<void> {
    await this.call('PUT', `/users/${person}/groups/${group}`);
  }

  async leave(person: string, group: string): Promise<void> {
    await this.call('DELETE', `/users/${person}/groups/${group}`);
  }

  /** Ends one session of somebody at the directory, as an administrator does. */
  async endSession(sid: string): Promise<void> {
    await this.call('DELETE', `/sessions/${sid}`);
  }

  async sessionsOf(person: string): Promise<string[]> {
    const sessions = await this.call<{ id: string }[]>('GET', `/users/${person}/sessions`);
    return sessions.map(({ id }) => id);
  }

  async signOut(person: string): Promise<void> {
    await this.call('POST', `/users/${person}/logout`);
  }

  /** Signs by another key from now on. */
  async rotateKeys(): Promise<void> {
    const config = { priority: ['200'], enabled: ['true'], active: ['true'], algorithm: ['RS256'] };
    const providerType = 'org.keycloak.keys.KeyProvider';
    await this.call('POST', '/components', {
      ...{ name: 'newer', providerId: 'rsa-generated', providerType },
      config,
    });
  }

  private async group(name: string, parent: string | undefined): Promise<string> {
    const all = parent === undefined ? '/groups' : `/groups/${parent}/children`;
    const known = await this.call<{ id: string; name: string }[]>('GET', all);
    const found = known.find((group) => group.name === name);
    if (found !== undefined) return found.id;
    const made = await this.call<string | { id: string }>('POST', all, { name });
    return typeof made === 'string' ? made : made.id;
  }
}
