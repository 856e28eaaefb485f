import type { Scope } from './scopes';

/** Through which door a request came. */
export type Channel = 'graphql' | 'rest' | 'mcp' | 'workflow' | 'system' | 'web';

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
  readonly role: 'admin' | 'member';
  readonly groups: readonly GroupMembership[];
}

export interface TenantContextFields {
  readonly tenantId: string;
  readonly principal: Principal;
  readonly scopes: readonly Scope[];
  readonly channel: Channel;
  readonly correlationId: string;
}

let issue: (fields: TenantContextFields) => TenantContext;

/**
 * Who acts, for which tenant and through which door: the first argument of every use case.
 * Only authentication, an activity or a test can make one, so holding one is the proof of having been let in.
 */
export class TenantContext implements TenantContextFields {
  readonly tenantId: string;
  readonly principal: Principal;
  readonly scopes: readonly Scope[];
  readonly channel: Channel;
  readonly correlationId: string;
  // A private name makes the type nominal: an object of the same shape is not a context.
  readonly #issued = true;

  private constructor(fields: TenantContextFields) {
    this.tenantId = fields.tenantId;
    this.principal = fields.principal;
    this.scopes = fields.scopes;
    this.channel = fields.channel;
    this.correlationId = fields.correlationId;
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
