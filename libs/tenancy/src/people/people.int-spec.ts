import { DomainError, LiveBus, type LiveMessage } from '@orkestra/core';
import { asAdmin } from '../../../../test/harness';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { actorFrom } from '../audit/audit-log.service';
import { AuthService } from '../auth/auth.service';
import { permissionsOf } from '../permission-table';
import type { TenantRole } from '../roles';
import { SeedService } from '../seed/seed.service';
import { TenancyModule } from '../tenancy.module';
import type { TenantContext } from '../tenant-context';
import { TenantLimitsService } from '../tenants/tenant-limits.service';
import { testContext } from '../testing';
import { DeactivationService } from './deactivation.service';
import { InvitationAcceptance } from './invitation-acceptance.service';
import { InvitationsService, type Invite } from './invitations.service';
import { PeopleService } from './people.service';

const PASSWORD = 'orkestra-demo';

let parts: TestServices;
let people: PeopleService;
let invitations: InvitationsService;
let acceptance: InvitationAcceptance;
let leaving: DeactivationService;
let ids: Record<string, string>;
let tenantId: string;
let ada: TenantContext;
let stranger: TenantContext;

beforeEach(async () => {
  parts = await startServices([TenancyModule], { PUBLIC_URL: 'https://desk.example.com' });
  people = parts.services.get(PeopleService);
  invitations = parts.services.get(InvitationsService);
  acceptance = parts.services.get(InvitationAcceptance);
  leaving = parts.services.get(DeactivationService);
  await parts.services.get(SeedService).seedDemo();
  const rows = await sql<{ name: string; id: string; tenant: string }>(
    `SELECT split_part(email, '@', 1) AS name, id, tenant_id AS tenant FROM users`,
  );
  ids = Object.fromEntries(rows.map(({ name, id }) => [name, id]));
  tenantId = rows.find(({ name }) => name === 'ada')!.tenant;
  ada = as('ada', 'owner');
  stranger = testContext({
    tenantId: rows.find(({ name }) => name === 'olga')!.tenant,
    principal: { role: 'owner' },
  });
});
afterEach(() => parts?.close());

const sql = <Row extends object>(text: string) =>
  asAdmin(async (admin) => (await admin.query<Row>(text)).rows, parts.database.adminUrl);

/** Somebody with what the role allows. */
function as(name: string, role: TenantRole): TenantContext {
  const principal = { id: ids[name]!, displayName: name, role };
  return testContext({ tenantId, principal, scopes: permissionsOf(role) });
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no error',
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );

const tokenOf = (link: string | null) => link!.split('#token=')[1]!;
const invite = (more: Partial<Invite> = {}, ctx = ada) =>
  invitations.invite(ctx, { email: 'Ida@demo.test ', role: 'operator', ...more });
const audited = async () =>
  (
    await sql<{ action: string }>(`SELECT action FROM audit_events WHERE action LIKE 'person.%' ORDER BY id`)
  ).map(({ action }) => action);

describe('an invitation', () => {
  it('brings somebody in with role and groups, once', async () => {
    const { person, link } = await invite({ groups: [{ group: 'support-l1', role: 'supervisor' }] });
    expect(link).toMatch(/^https:\/\/desk\.example\.com\/link#token=/);
    expect(person).toMatchObject({
      email: 'ida@demo.test',
      displayName: 'ida@demo.test',
      status: 'invited',
      groups: [{ key: 'support-l1', role: 'supervisor' }],
    });
    const set = (em: { query(text: string, values: unknown[]): Promise<unknown> }, userId: string) =>
      em.query('UPDATE users SET password_hash = (SELECT $2::text) WHERE id = $1', [userId, 'x']);
    const accepted = await acceptance.accept(tokenOf(link), ' Ida  B. ', {
      also: async (em, { userId }) => void (await set(em, userId)),
    });
    expect(accepted).toEqual({ tenantId, userId: person.id });
    expect(await people.get(ada, person.id)).toMatchObject({ status: 'active', invitedAt: null });
    expect(await codeOf(acceptance.accept(tokenOf(link), 'Ida'))).toBe('link.invalid');
    expect(await audited()).toEqual(['person.invited', 'person.joined']);
  });

  it('is used up by nothing that fails', async () => {
    const { link } = await invite();
    const failing = acceptance.accept(tokenOf(link), 'Ida', { also: () => Promise.reject(new Error('no')) });
    await expect(failing).rejects.toThrow('no');
    expect(await codeOf(acceptance.accept(tokenOf(link), ' '))).toBe('person.invalid');
    expect(await codeOf(acceptance.accept(tokenOf(link), 'Ida'))).toBe('no error');
  });

  it('renewed ends the earlier link, and counts as it is now', async () => {
    const first = await invite({ groups: [{ group: 'support-l1', role: 'member' }] });
    const second = await invite({ role: 'viewer', displayName: 'Ida' });
    expect(second.person).toMatchObject({
      id: first.person.id,
      role: 'viewer',
      groups: [],
      displayName: 'Ida',
    });
    expect(await codeOf(acceptance.accept(tokenOf(first.link), 'Ida'))).toBe('link.invalid');
    expect(await codeOf(acceptance.accept(tokenOf(second.link), 'Ida'))).toBe('no error');
  });

  it('revoked is forgotten, and only what nobody has accepted can be', async () => {
    const { person, link } = await invite({ groups: [{ group: 'support-l1', role: 'member' }] });
    expect(await codeOf(invitations.revoke(stranger, person.id))).toBe('person.not_found');
    await invitations.revoke(ada, person.id);
    expect(await codeOf(acceptance.accept(tokenOf(link), 'Ida'))).toBe('link.invalid');
    expect(await codeOf(people.get(ada, person.id))).toBe('person.not_found');
    expect(await codeOf(invitations.revoke(ada, ids['sam']!))).toBe('person.state');
    await expect(sql(`SELECT FROM one_time_links`)).resolves.toEqual([]);
  });

  it('is for admins, and of owners for owners; who is there already is not invited', async () => {
    const admin = as('lee', 'admin');
    await invite({ email: 'boss@demo.test', role: 'owner' });
    const refused = [
      invite({}, as('sam', 'operator')),
      invite({}, testContext({ tenantId, scopes: ['directory:read'], principal: { kind: 'service' } })),
      invite({ role: 'owner' }, admin),
      invite({ email: 'boss@demo.test', role: 'admin' }, admin),
      invite({ email: 'sam@demo.test' }),
      invite({ role: 'king' as TenantRole }),
      invite({ email: 'nobody' }),
      invite({ email: 'a@b\0c' }),
      invite({ displayName: 'x'.repeat(101) }),
      invite({ groups: [{ group: 'nobody', role: 'member' }] }),
      invite({ groups: Array.from({ length: 2 }, () => ({ group: 'support-l1', role: 'member' as const })) }),
    ];
    expect(await Promise.all(refused.map(codeOf))).toEqual([
      'auth.role_forbids',
      'auth.people_only',
      'auth.role_forbids',
      'auth.role_forbids',
      'person.exists',
      ...Array<string>(4).fill('person.invalid'),
      'group.invalid',
      'group.invalid',
    ]);
  });

  it('sent twice at once leaves one person and one link that works', async () => {
    const both = await Promise.all([invite(), invite()]);
    expect(new Set(both.map(({ person }) => person.id)).size).toBe(1);
    const outcomes = await Promise.all(
      both.map(({ link }) => codeOf(acceptance.accept(tokenOf(link), 'Ida'))),
    );
    expect(outcomes.sort()).toEqual(['link.invalid', 'no error']);
  });
});

describe('somebody who is deactivated', () => {
  it('is out at once, told to every process, and comes back with what they were', async () => {
    const auth = parts.services.get(AuthService);
    const told: LiveMessage[] = [];
    jest
      .spyOn(parts.services.get(LiveBus), 'publish')
      .mockImplementation((message) => void told.push(message));
    const sam = { tenant: 'demo', email: 'sam@demo.test', password: PASSWORD };
    const tokens = [(await auth.signIn(sam)).token, (await auth.signIn(sam)).token];
    const { person } = await leaving.deactivate(ada, ids['sam']!);
    expect(person.status).toBe('deactivated');
    for (const token of tokens)
      expect(await codeOf(auth.bySession(token, 'web'))).toBe('auth.session_expired');
    expect(told.filter(({ topic }) => topic === 'session')).toHaveLength(2);
    expect(await codeOf(auth.signIn(sam))).toBe('auth.invalid_credentials');
    expect(await codeOf(leaving.deactivate(ada, ids['sam']!))).toBe('person.state');
    expect(await codeOf(invite({ email: sam.email }))).toBe('person.exists');
    await leaving.reactivate(ada, ids['sam']!);
    expect((await auth.signIn(sam)).ctx.principal.groups).toHaveLength(1);
    expect(await codeOf(auth.bySession(tokens[0]!, 'web'))).toBe('auth.session_expired');
    expect(await audited()).toEqual(['person.deactivated', 'person.reactivated']);
  });

  it('is neither oneself, nor an owner for an admin, nor somebody of another tenant', async () => {
    const admin = as('lee', 'admin');
    const refused = [
      leaving.deactivate(ada, ids['ada']!),
      leaving.deactivate(admin, ids['ada']!),
      leaving.deactivate(stranger, ids['sam']!),
      leaving.foretell(stranger, ids['sam']!),
      leaving.deactivate(as('sam', 'operator'), ids['max']!),
      leaving.deactivate(ada, 'x'),
    ];
    expect(await Promise.all(refused.map(codeOf))).toEqual([
      'person.own_account',
      'auth.role_forbids',
      'person.not_found',
      'person.not_found',
      'auth.role_forbids',
      'person.not_found',
    ]);
  });
});

describe('the last owner and the last admin', () => {
  it('keep their role until somebody else has it', async () => {
    expect(await codeOf(people.changeRole(ada, ids['ada']!, 'admin'))).toBe('person.last_admin');
    await people.changeRole(ada, ids['lee']!, 'owner');
    expect(await people.changeRole(ada, ids['ada']!, 'operator')).toMatchObject({ role: 'operator' });
    expect(await codeOf(leaving.deactivate(as('sam', 'owner'), ids['lee']!))).toBe('person.last_admin');
  });

  it('are not lost to two who remove each other at once', async () => {
    await people.changeRole(ada, ids['lee']!, 'owner');
    const lee = as('lee', 'owner');
    for (const [first, second] of [
      [() => leaving.deactivate(ada, ids['lee']!), () => leaving.deactivate(lee, ids['ada']!)],
      [
        () => people.changeRole(as('ada', 'owner'), ids['lee']!, 'viewer'),
        () => people.changeRole(lee, ids['ada']!, 'viewer'),
      ],
    ] as const) {
      const codes = await Promise.all([codeOf(first()), codeOf(second())]);
      expect(codes.sort()).toEqual(['no error', 'person.last_admin']);
      await sql(
        `UPDATE users SET active = true, role = 'owner' WHERE id IN ('${ids['ada']}', '${ids['lee']}')`,
      );
    }
  });
});

describe('the list of people', () => {
  it('goes through all of them in pages, and by status, role, group and text', async () => {
    await invite();
    await leaving.deactivate(ada, ids['max']!);
    const names: string[] = [];
    for (let after: string | null = null; ;) {
      const page = await people.list(ada, {}, { first: 2, after });
      names.push(...page.items.map(({ email, status }) => `${email.split('@')[0]} ${status}`));
      if (!page.hasNextPage) break;
      after = page.endCursor;
    }
    expect(names).toEqual(['ada active', 'lee active', 'max deactivated', 'sam active', 'ida invited']);
    const listed = async (filter: Parameters<PeopleService['list']>[1], ctx = ada) =>
      (await people.list(ctx, filter, {})).items.map(({ email }) => email.split('@')[0]);
    expect(await listed({ status: 'invited' })).toEqual(['ida']);
    expect(await listed({ status: 'deactivated' })).toEqual(['max']);
    expect(await listed({ role: 'owner' })).toEqual(['ada']);
    expect(await listed({ group: 'support-l1' })).toEqual(['lee', 'sam']);
    expect(await listed({ text: 'TANAKA' })).toEqual(['lee']);
    expect(await listed({}, stranger)).toEqual(['olga']);
    expect(await codeOf(people.list(ada, { group: 'x' }, {}))).toBe('directory.unknown_group');
    expect(await codeOf(people.list(ada, {}, { after: 'x' }))).toBe('pagination.invalid_cursor');
  });
});

it('lets nobody in beyond what the workspace may have, by no way', async () => {
  const email = 'late@demo.test';
  const { link } = await invitations.invite(ada, { email, role: 'operator', by: 'link' });
  await leaving.deactivate(ada, ids['lee']!);
  const [{ active } = { active: 0 }] = await sql<{ active: number }>(
    `SELECT count(*)::int AS active FROM users WHERE active AND tenant_id = '${tenantId}'`,
  );
  const operator = { ...actorFrom(ada), kind: 'operator' as const };
  await parts.services.get(TenantLimitsService).set(operator, { people: active });
  const full = 'tenant.limit_people';
  expect(await codeOf(invitations.invite(ada, { email: 'new@demo.test', role: 'viewer' }))).toBe(full);
  expect(await codeOf(leaving.reactivate(ada, ids['lee']!))).toBe(full);
  expect(await codeOf(acceptance.accept(tokenOf(link), 'Late'))).toBe(full);
  await parts.services.get(TenantLimitsService).set(operator, { people: active + 1 });
  expect(await codeOf(acceptance.accept(tokenOf(link), 'Late'))).toBe('no error');
});

it('changes what groups somebody is in, and nobody of another tenant', async () => {
  const groups = [{ group: 'support-l2', role: 'supervisor' as const }];
  expect(await people.setGroups(ada, ids['sam']!, groups)).toMatchObject({
    groups: [{ key: 'support-l2', role: 'supervisor' }],
  });
  expect(await codeOf(people.setGroups(stranger, ids['sam']!, groups))).toBe('person.not_found');
  expect(await codeOf(people.changeRole(stranger, ids['sam']!, 'admin'))).toBe('person.not_found');
  expect(await codeOf(people.setGroups(as('sam', 'operator'), ids['sam']!, []))).toBe('auth.role_forbids');
});
