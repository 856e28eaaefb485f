import type { Permission } from './permission-table';
import type { TenantRole } from './roles';

/** By which people answer where they are, without opening the app. */
export const OUTSIDE_CHANNELS = ['email', 'slack', 'teams', 'telegram', 'push', 'guest'] as const;
export type OutsideChannel = (typeof OUTSIDE_CHANNELS)[number];

/** Through which door a request came. */
export type Channel =
  'graphql' | 'rest' | 'mcp' | 'workflow' | 'system' | 'web' | 'cli' | 'scim' | OutsideChannel;

export interface GroupMembership {
  readonly id: string;
  readonly key: string;
  readonly role: 'member' | 'supervisor';
}

/** Who acts: a person, a program with a key, or Orkestra itself. */
export interface Principal {
  readonly kind: 'user' | 'service' | 'system';
  readonly id: string;
  readonly displayName: string;
  readonly role: TenantRole;
  readonly groups: readonly GroupMembership[];
}

export interface TenantContextFields {
  readonly tenantId: string;
  readonly principal: Principal;
  /** Of a key, its scopes; of a person, what their role allows. */
  readonly scopes: readonly Permission[];
  readonly channel: Channel;
  readonly correlationId: string;
  /** What let the principal in: the id of a session, of a key, or of the connection whose provider vouched for them. */
  readonly credentialId?: string | undefined;
  /** The client's address, as far as it is known. */
  readonly remoteAddress?: string | undefined;
  /** What the client calls itself, as far as it says so. */
  readonly userAgent?: string | undefined;
  /** The person on whose behalf the principal acts by default. */
  readonly onBehalfOf?: string | undefined;
  /** The OAuth client that acts in a person's name, by their access token. It never decides in their place. */
  readonly agent?: string | undefined;
  /** When what let the principal in ends by itself; undefined where it does not, or is looked up anew each time. */
  readonly expiresAt?: Date | undefined;
  /** How many requests a minute the principal, or the credential alone, may send where that is not the server's default. */
  readonly requestLimit?: RequestLimit | undefined;
}

export interface RequestLimit {
  readonly of: 'principal' | 'credential';
  readonly perMinute: number;
}

let issue: (fields: TenantContextFields) => TenantContext;

/**
 * Who acts, for which tenant and through which door: the first argument of every use case.
 * Only authentication, an activity or a test can make one, so holding one is the proof of having been let in.
 */
export class TenantContext implements TenantContextFields {
  readonly tenantId: string;
  readonly principal: Principal;
  readonly scopes: readonly Permission[];
  readonly channel: Channel;
  readonly correlationId: string;
  readonly credentialId: string | undefined;
  readonly remoteAddress: string | undefined;
  readonly userAgent: string | undefined;
  readonly onBehalfOf: string | undefined;
  readonly agent: string | undefined;
  readonly expiresAt: Date | undefined;
  readonly requestLimit: RequestLimit | undefined;
  // A private name makes the type nominal: an object of the same shape is not a context.
  readonly #issued = true;

  private constructor(fields: TenantContextFields) {
    this.tenantId = fields.tenantId;
    this.principal = fields.principal;
    this.scopes = fields.scopes;
    this.channel = fields.channel;
    this.correlationId = fields.correlationId;
    this.credentialId = fields.credentialId;
    this.remoteAddress = fields.remoteAddress;
    this.userAgent = fields.userAgent;
    this.onBehalfOf = fields.onBehalfOf;
    this.agent = fields.agent;
    this.expiresAt = fields.expiresAt;
    this.requestLimit = fields.requestLimit;
    Object.freeze(this);
  }

  static {
    issue = (fields) => new TenantContext(fields);
  }

  static is(value: unknown): value is TenantContext {
    return typeof value === 'object' && value !== null && #issued in value;
  }
}

/** Not exported from the lib: see `AuthService`, and `testContext` for tests. */
export function issueContext(fields: TenantContextFields): TenantContext {
  return issue(fields);
}
