import { asAdmin } from '../../../../test/harness';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { AuthService } from '../auth/auth.service';
import { DeactivationService } from '../people/deactivation.service';
import { InvitationsService } from '../people/invitations.service';
import { PeopleService } from '../people/people.service';
import { SIGN_IN_DEFAULTS, SignInSettingsService } from '../accounts/sign-in-settings.service';
import { SeedService } from '../seed/seed.service';
import { TenancyModule } from '../tenancy.module';
import { TenantLimitsService } from '../tenants/tenant-limits.service';
import type { TenantContext } from '../tenant-context';
import type { SsoConnection } from './connection';
import { SsoConnections } from './connections.service';
import { SsoDomains } from './domains.service';
import type { FederatedIdentity } from './federated-identity';
import { FederatedSignIn } from './federated-sign-in.service';

const CONFIG = { issuer: 'https://login.acme.example', clientId: 'orkestra' };

let parts: TestServices;
let ada: TenantContext;
let connection: SsoConnection;
let people = 0;

beforeAll(async () => {
  parts = await startServices([TenancyModule]);
  await get(SeedService).seedDemo();
  ada = (await get(AuthService).signIn({ tenant: 'demo', email: 'ada@demo.test', password: 'orkestra-demo' }))
    .ctx;
  connection = await connect({});
  await get(SsoDomains).vouch(ada, 'demo.test');
  await get(SsoDomains).bind(ada, 'demo.test', connection.id);
});
afterAll(() => parts?.close());

const get = <T>(service: abstract new (...all: never[]) => T) => parts.services.get<T>(service);
const sql = <Row = Record<string, unknown>>(text: string, values: unknown[] = []) =>
  asAdmin(async (admin) => (await admin.query(text, values)).rows as Row[], parts.database.adminUrl);

async function connect(mapping: object, provisions = true, ctx = ada): Promise<SsoConnection> {
  const given = { kind: 'oidc', name: 'Directory', config: CONFIG, mapping, provisions } as const;
  const { id } = await get(SsoConnections).create(ctx, given);
  return get(SsoConnections).enable(ctx, id, true);
}

async function reread(): Promise<SsoConnection> {
  const all = await get(SsoConnections).list(ada);
  return all.find(({ id }) => id === connection.id) as SsoConnection;
}

async function changed(mapping: object): Promise<SsoConnection> {
  return (connection = await get(SsoConnections).update(ada, connection.id, { mapping }));
}

const enter = (identity: Partial<FederatedIdentity> & { subject: string }) =>
  get(FederatedSignIn).enter(
    { connection, attributes: {}, groups: [], ...identity },
    { remoteAddress: '203.0.113.9' },
  );
const fresh = () => `new-${(people += 1)}`;
const newcomer = (more: Partial<FederatedIdentity> = {}) => {
  const name = fresh();
  return { subject: name, email: `${name}@demo.test`, displayName: name, ...more };
};
const person = async (email: string) =>
  (await get(PeopleService).list(ada, { text: email }, { first: 5 })).items[0];
const refused = (code: string) => ({ kind: 'forbidden', code: `sso.${code}` });

describe('who is linked', () => {
  it('is whoever has the address, if the connection speaks for it; from then on by the subject', async () => {
    const { ctx } = await enter({ subject: 'lee', email: 'LEE@demo.test', displayName: 'Lee' });
    expect(ctx.principal.id).toBe((await person('lee@demo.test'))?.id);
    const again = await enter({ subject: 'lee', email: 'renamed@elsewhere.example' });
    expect(again.ctx.principal.id).toBe(ctx.principal.id);
    const [linked] = await sql(`SELECT actor_id, details FROM audit_events WHERE action = 'person.linked'`);
    expect(linked).toMatchObject({ actor_id: ctx.principal.id, details: { subject: 'lee' } });
  });

  it('is not somebody at a domain that is not verified, or is bound to another connection', async () => {
    const elsewhere = await connect({});
    await expect(
      enter({ connection: elsewhere, subject: 'x', email: 'sam@demo.test' }),
    ).rejects.toMatchObject(refused('domain_unverified'));
    await get(SsoDomains).add(ada, 'claimed.test');
    await get(SsoDomains).bind(ada, 'claimed.test', elsewhere.id);
    await expect(
      enter({ connection: elsewhere, subject: 'x', email: 'a@claimed.test' }),
    ).rejects.toMatchObject({
      ...refused('domain_unverified'),
      message: expect.stringContaining('verifies the domain'),
    });
    for (const email of ['sam@sub.demo.test', 'sam@demo.test.evil.example'])
      await expect(enter({ subject: 'x', email })).rejects.toMatchObject(refused('domain_unverified'));
  });

  it('is not whoever the directory does not vouch for', async () => {
    const sam = { subject: 'unconfirmed', email: 'sam@demo.test' };
    await expect(enter({ ...sam, emailVerified: false })).rejects.toMatchObject(refused('email_unverified'));
    await expect(enter({ ...sam, email: undefined })).rejects.toMatchObject(refused('no_email'));
    await expect(enter({ ...sam, email: 'sam@demo.test@evil.example' })).rejects.toMatchObject(
      refused('no_email'),
    );
    await expect(enter({ ...sam, email: 'sam@demo.test\r\nBcc: x@evil.example' })).rejects.toMatchObject(
      refused('no_email'),
    );
  });

  it('is not another one who got the address of somebody', async () => {
    const first = newcomer();
    await enter(first);
    await expect(enter({ ...first, subject: 'hired later' })).rejects.toMatchObject(refused('other_account'));
  });

  it('is one person where two come at once', async () => {
    const one = newcomer();
    const ends = await Promise.all([enter(one), enter(one), enter(one)]);
    expect(new Set(ends.map(({ ctx }) => ctx.principal.id)).size).toBe(1);
  });

  it('is no owner where an admin has had a hand in it since', async () => {
    const sam = (await enter({ subject: 'sam', email: 'sam@demo.test' })).ctx;
    await get(PeopleService).changeRole(ada, sam.principal.id, 'admin');
    const admin = (await enter({ subject: 'sam', email: 'sam@demo.test' })).ctx;
    const theirs = await connect({}, true, admin);
    await get(SsoDomains).bind(admin, 'demo.test', theirs.id);
    const asAda = { connection: theirs, subject: 'ada', email: 'ada@demo.test' };
    await expect(enter(asAda)).rejects.toMatchObject(refused('owner_not_admitted'));
    await get(SsoDomains).bind(admin, 'demo.test', connection.id);
    connection = await reread();
    await expect(enter({ ...asAda, connection })).rejects.toMatchObject(refused('owner_not_admitted'));
    connection = await get(SsoConnections).update(ada, connection.id, {});
    await expect(enter({ ...asAda, connection })).resolves.toMatchObject({
      ctx: { principal: { role: 'owner' } },
    });
    await get(PeopleService).changeRole(ada, sam.principal.id, 'operator');
  });
});

describe('who is new', () => {
  it('comes in as the mapping says, with an entry in the audit log', async () => {
    await changed({
      groupRules: [{ from: 'eng', group: 'support-l1', role: 'supervisor' }],
      roleRules: [{ from: 'audit', role: 'auditor' }],
      defaultRole: 'viewer',
    });
    const one = newcomer({ groups: ['eng', 'unknown'] });
    const { ctx } = await enter(one);
    expect(ctx.principal).toMatchObject({
      role: 'viewer',
      groups: [{ key: 'support-l1', role: 'supervisor' }],
    });
    const [{ details } = {}] = await sql(
      `SELECT details FROM audit_events WHERE action = 'person.joined' AND actor_id = $1`,
      [ctx.principal.id],
    );
    expect(details).toMatchObject({ by: 'provisioning', connection: connection.id });
    await changed({});
  });

  it('waits outside where nobody is let in by themselves, unless invited', async () => {
    await get(SsoConnections).update(ada, connection.id, { provisions: false });
    connection = await reread();
    const one = newcomer();
    await expect(enter(one)).rejects.toMatchObject(refused('not_provisioned'));
    await get(InvitationsService).invite(ada, { email: one.email, role: 'viewer', by: 'link' });
    await expect(enter(one)).resolves.toMatchObject({ ctx: { principal: { role: 'viewer' } } });
    expect(await sql('SELECT 1 FROM one_time_links')).toEqual([]);
    connection = await get(SsoConnections).update(ada, connection.id, { provisions: true });
  });

  it('finds no room where the workspace is full', async () => {
    const actor = { tenantId: ada.tenantId, kind: 'operator', id: 'test', channel: 'cli' } as const;
    await get(TenantLimitsService).set(actor, { people: 1 });
    await expect(enter(newcomer())).rejects.toMatchObject({ code: expect.stringContaining('limit') });
    await get(TenantLimitsService).set(actor, { people: null });
  });

  it('has a name on one line, whatever the directory sends', async () => {
    const evil = newcomer({ displayName: '<img src=x onerror=alert(1)>\r\nSet-Cookie: a=b\u202e' });
    const { ctx } = await enter(evil);
    expect(ctx.principal.displayName).toBe('<img src=x onerror=alert(1)> Set-Cookie: a=b');
    const long = await enter(newcomer({ displayName: '𝒜'.repeat(200) }));
    expect(long.ctx.principal.displayName).toBe('𝒜'.repeat(50));
    const none = newcomer({ displayName: '\u200b \n' });
    expect((await enter(none)).ctx.principal.displayName).toBe(none.email);
  });
});

describe('who came before', () => {
  it('is kept in step: name, role and the groups that rules name, and those alone', async () => {
    const one = newcomer({ displayName: 'Before' });
    const { id } = (await enter(one)).ctx.principal;
    await get(PeopleService).setGroups(ada, id, [{ group: 'support-l2', role: 'member' }]);
    await changed({
      groupRules: [
        { from: 'eng', group: 'support-l1', role: 'member' },
        { from: 'gone', group: 'no-such-group', role: 'member' },
      ],
      roleRules: [{ from: 'audit', role: 'auditor' }],
    });
    const after = await enter({ ...one, displayName: 'After', groups: ['eng', 'audit', 'gone'] });
    expect(after.ctx.principal).toMatchObject({ displayName: 'After', role: 'auditor' });
    expect(after.ctx.principal.groups.map(({ key }) => key)).toEqual(['support-l1', 'support-l2']);
    const open = await enter({ ...one, displayName: undefined, groups: undefined });
    expect(open.ctx.principal).toMatchObject({ displayName: 'After', role: 'auditor' });
    const left = await enter({ ...one, displayName: 'After' });
    expect(left.ctx.principal).toMatchObject({ role: 'operator', groups: [{ key: 'support-l2' }] });
    const entries = await sql(
      `SELECT 1 FROM audit_events WHERE action = 'person.kept_in_step' AND target_id = $1`,
      [id],
    );
    expect(entries).toHaveLength(2);
    await changed({});
  });

  it('loses no last owner and makes none, whatever the rules say', async () => {
    await changed({ roleRules: [{ from: 'x', role: 'viewer' }], defaultRole: 'viewer' });
    const { ctx } = await enter({ subject: 'ada', email: 'ada@demo.test', groups: ['x'] });
    expect(ctx.principal.role).toBe('owner');
    await expect(changed({ roleRules: [{ from: 'x', role: 'owner' }] })).rejects.toMatchObject({
      code: 'sso.invalid_connection',
    });
    await changed({});
  });

  it('stays out once they have left, with an entry in the audit log, and however they come', async () => {
    const one = newcomer();
    const { id } = (await enter(one)).ctx.principal;
    await get(DeactivationService).deactivate(ada, id);
    await expect(enter(one)).rejects.toMatchObject(refused('person_left'));
    await expect(enter({ ...one, subject: 'another' })).rejects.toMatchObject(refused('person_left'));
    expect(await sql('SELECT 1 FROM sessions WHERE user_id = $1', [id])).toEqual([]);
    const [last] = await sql(
      `SELECT details FROM audit_events WHERE action = 'sign_in.failed' ORDER BY id DESC LIMIT 1`,
    );
    expect(last).toMatchObject({ details: { reason: 'sso.person_left' } });
  });
});

describe('the session', () => {
  it('is opened where the workspace lets nobody in but by its directory', async () => {
    const settings = { ...SIGN_IN_DEFAULTS, ssoOnly: true, breakGlassUserId: ada.principal.id };
    await get(SignInSettingsService).set(ada, settings);
    const sam = { tenant: 'demo', email: 'max@demo.test', password: 'orkestra-demo' };
    await expect(get(AuthService).signIn(sam)).rejects.toMatchObject({ code: 'auth.sso_only' });
    await expect(enter({ subject: 'max', email: 'max@demo.test' })).resolves.toBeDefined();
    await get(SignInSettingsService).set(ada, SIGN_IN_DEFAULTS);
  });

  it('ends with the connection that it came by', async () => {
    const other = await connect({});
    await get(SsoDomains).bind(ada, 'demo.test', other.id);
    const { token } = await enter({ ...newcomer(), connection: other });
    await get(SsoDomains).bind(ada, 'demo.test', connection.id);
    await expect(get(AuthService).bySession(token, 'web')).resolves.toBeDefined();
    await get(SsoConnections).enable(ada, other.id, false);
    await expect(get(AuthService).bySession(token, 'web')).rejects.toMatchObject({
      code: 'auth.session_expired',
    });
    await get(SsoConnections).delete(ada, other.id);
    expect(await sql('SELECT 1 FROM external_identities WHERE connection_id = $1', [other.id])).toEqual([]);
  });

  it('is opened by no connection of another tenant', async () => {
    const [{ id } = {}] = await sql<{ id: string }>(`SELECT id FROM tenants WHERE slug = 'other'`);
    const theirs = { ...connection, tenantId: id as string };
    await expect(enter({ ...newcomer(), connection: theirs })).rejects.toMatchObject(
      refused('domain_unverified'),
    );
    await expect(enter({ subject: 'lee', connection: theirs })).rejects.toMatchObject(refused('no_email'));
  });
});
