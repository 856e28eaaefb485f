import type { GatewaysInProcess } from '../api-gateway/gateways-in-process';
import type { ApiClient, Json } from '../harness';

export interface ScimAnswer {
  status: number;
  headers: Headers;
  body: Json;
}

/** A directory that provisions people, as those of the market send it: without a User-Agent, by application/scim+json. */
export class Directory {
  private constructor(
    readonly connectionId: string,
    readonly token: string,
    readonly url: string,
  ) {}

  /** A connection that the admin makes. */
  static async connect(gateways: GatewaysInProcess, admin: ApiClient, name = 'Okta'): Promise<Directory> {
    const made = await admin.graphql(
      `mutation ($name: String!) { createScimConnection(input: { name: $name }) { token connection { id baseUrl } } }`,
      { name },
    );
    const { token, connection } = made.createScimConnection as Json;
    return new Directory(connection.id as string, token as string, `${gateways.url()}/scim/v2`);
  }

  with(token: string): Directory {
    return new Directory(this.connectionId, token, this.url);
  }

  async send(
    method: string,
    path: string,
    body?: object | string,
    headers: Record<string, string> = {},
  ): Promise<ScimAnswer> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        'user-agent': '',
        ...(body === undefined ? {} : { 'content-type': 'application/scim+json; charset=utf-8' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? {} : (JSON.parse(text) as Json),
    };
  }

  get = (path: string, headers?: Record<string, string>) => this.send('GET', path, undefined, headers);
  post = (path: string, body: object) => this.send('POST', path, body);
  put = (path: string, body: object) => this.send('PUT', path, body);
  delete = (path: string) => this.send('DELETE', path);

  /** By operations, as most directories do. */
  patch(path: string, ...operations: object[]): Promise<ScimAnswer> {
    const schemas = ['urn:ietf:params:scim:api:messages:2.0:PatchOp'];
    return this.send('PATCH', path, { schemas, Operations: operations });
  }

  /** Ids of what a filter finds. */
  async find(kind: 'Users' | 'Groups', filter: string): Promise<ScimAnswer & { ids: string[] }> {
    const answer = await this.get(`/${kind}?filter=${encodeURIComponent(filter)}`);
    return { ...answer, ids: ((answer.body.Resources ?? []) as Json[]).map(({ id }) => id as string) };
  }
}

/** The requests of Okta, Entra ID and OneLogin as these write them. */
export const RECORDED = {
  okta: {
    user: {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName: 'Ida.Berg@demo.test',
      name: { givenName: 'Ida', familyName: 'Berg' },
      emails: [{ primary: true, value: 'Ida.Berg@demo.test', type: 'work' }],
      displayName: 'Ida Berg',
      locale: 'en-US',
      externalId: '00u1dhhb1fkIGP7RL1d8',
      groups: [],
      password: '1mz050nq',
      active: true,
    },
    deactivation: { op: 'replace', value: { active: false } },
    rename: (id: string) => ({ op: 'replace', value: { id, displayName: 'Support Germany' } }),
  },
  entra: {
    user: {
      schemas: [
        'urn:ietf:params:scim:schemas:core:2.0:User',
        'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
      ],
      externalId: '0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef',
      userName: 'omar@demo.test',
      active: true,
      displayName: 'Omar Haddad',
      emails: [{ primary: true, type: 'work', value: 'omar@demo.test' }],
      meta: { resourceType: 'User' },
      name: { formatted: 'Omar Haddad', familyName: 'Haddad', givenName: 'Omar' },
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': {
        department: 'Support',
        manager: { value: 'x' },
      },
    },
    update: [
      { op: 'Replace', path: 'emails[type eq "work"].value', value: 'omar.haddad@demo.test' },
      { op: 'Replace', path: 'name.familyName', value: 'Haddad-Lind' },
      {
        op: 'Add',
        path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber',
        value: '701984',
      },
      { op: 'Add', path: 'phoneNumbers[type eq "work"].value', value: '+49 30 1234' },
      { op: 'Add', path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager', value: 'x' },
    ],
    merged: {
      op: 'Replace',
      value: { 'name.givenName': 'Omar A.', active: 'True', displayName: 'Omar A. Haddad' },
    },
    deactivation: { op: 'Replace', path: 'active', value: 'False' },
    addMember: (id: string) => ({ op: 'Add', path: 'members', value: [{ value: id }] }),
    removeMember: (id: string) => ({ op: 'Remove', path: 'members', value: [{ value: id }] }),
  },
  onelogin: {
    user: {
      schemas: ['urn:scim:schemas:core:1.0', 'urn:ietf:params:scim:schemas:core:2.0:User'],
      userName: 'liv@demo.test',
      externalId: '30193331',
      name: { familyName: 'Lund', givenName: 'Liv', formatted: 'Liv Lund' },
      emails: [{ value: 'liv@demo.test', type: 'work', primary: true }],
      active: true,
      displayName: 'Liv Lund',
    },
    removeMember: (id: string) => ({ op: 'remove', path: `members[value eq "${id}"]` }),
  },
};
