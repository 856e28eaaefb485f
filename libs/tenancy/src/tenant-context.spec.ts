import { isAdmin, isSupervisorOf, leads, requireAdmin, requireScope } from './permissions';
import { AdminOnlyError, MissingScopeError, PeopleOnlyError, RoleForbidsError } from './permissions.errors';
import { ALL_SCOPES } from './scopes';
import { TenantContext } from './tenant-context';
import { testContext } from './testing';

const tenantId = '00000000-0000-7000-8000-00000000000a';

describe('TenantContext', () => {
  it('is told from an object of the same shape', () => {
    const ctx = testContext({ tenantId });
    expect(TenantContext.is(ctx)).toBe(true);
    expect(TenantContext.is({ ...ctx })).toBe(false);
    expect(TenantContext.is(Object.create(TenantContext.prototype))).toBe(false);
    expect(TenantContext.is(null)).toBe(false);
  });

  it('does not compile from a look-alike or its constructor', () => {
    const ctx = testContext({ tenantId });
    // @ts-expect-error -- the private name is missing
    const lookAlike: TenantContext = { ...ctx };
    expect(TenantContext.is(lookAlike)).toBe(false);
    // @ts-expect-error -- the constructor is private
    expect(new TenantContext(lookAlike)).toBeDefined();
  });

  it('cannot be turned to another tenant', () => {
    const ctx = testContext({ tenantId });
    expect(() => Object.assign(ctx, { tenantId: 'another' })).toThrow(TypeError);
    expect(ctx.tenantId).toBe(tenantId);
  });

  it('is made by the test factory only in tests', () => {
    const before = process.env['NODE_ENV'];
    process.env['NODE_ENV'] = 'production';
    expect(() => testContext({ tenantId })).toThrow('NODE_ENV');
    process.env['NODE_ENV'] = before;
  });
});

describe('permissions', () => {
  const group = { id: 'g1', key: 'support-l1', role: 'supervisor' } as const;

  it('name the scope that a key lacks', () => {
    const ctx = testContext({ tenantId, principal: { kind: 'service' }, scopes: ['tasks:read'] });
    expect(() => requireScope(ctx, 'tasks:read')).not.toThrow();
    expect(() => requireScope(ctx, 'tasks:write')).toThrow(MissingScopeError);
    expect(() => requireScope(ctx, 'tasks:write')).toThrow('"tasks:write"');
  });

  it('name the roles that a person would need, and tell a key that none can have it', () => {
    const forbidden = {
      code: 'auth.role_forbids',
      details: expect.objectContaining({ role: 'operator' }) as object,
    };
    expect(() => requireScope(testContext({ tenantId }), 'keys:write')).toThrow(
      expect.objectContaining(forbidden),
    );
    const key = testContext({ tenantId, principal: { kind: 'service' }, scopes: ALL_SCOPES });
    expect(() => requireScope(key, 'keys:write')).toThrow(PeopleOnlyError);
  });

  it.each(['viewer', 'auditor'] as const)('let no %s write, not even as supervisor of a group', (role) => {
    const ctx = testContext({ tenantId, principal: { role, groups: [group] } });
    // A legal hold changes nothing: it keeps what would be erased, which auditors may ask for.
    const writing = ctx.scopes.filter((scope) => scope.endsWith(':write'));
    expect(writing).toEqual(role === 'auditor' ? ['holds:write'] : []);
    expect(() => requireScope(ctx, 'tasks:write')).toThrow(RoleForbidsError);
    expect([isSupervisorOf(ctx, 'g1'), leads(ctx, 'g1')]).toEqual([true, false]);
  });

  it('know admins', () => {
    const admin = testContext({ tenantId, principal: { role: 'admin' } });
    expect(isAdmin(admin)).toBe(true);
    expect(() => requireAdmin(admin)).not.toThrow();
    expect(() => requireAdmin(testContext({ tenantId }))).toThrow(AdminOnlyError);
  });

  it('know the supervisors of a group from its members', () => {
    const supervisor = testContext({ tenantId, principal: { groups: [group] } });
    const member = testContext({ tenantId, principal: { groups: [{ ...group, role: 'member' }] } });
    expect(isSupervisorOf(supervisor, 'g1')).toBe(true);
    expect(isSupervisorOf(supervisor, 'g2')).toBe(false);
    expect(isSupervisorOf(member, 'g1')).toBe(false);
  });
});
