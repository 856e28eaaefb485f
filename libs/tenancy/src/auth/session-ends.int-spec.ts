import { Clock, LiveBus, type LiveMessage } from '@orkestra/core';
import { asAdmin } from '../../../../test/harness';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { permissionsOf, roleHas } from '../permission-table';
import { TENANT_ROLES, type TenantRole } from '../roles';
import { SeedService } from '../seed/seed.service';
import { TenancyModule } from '../tenancy.module';
import { AuthService } from './auth.service';
import { LastSeen } from './last-seen.service';
import { SessionsService } from './sessions.service';

const SAM = { tenant: 'demo', email: 'sam@demo.test', password: 'orkestra-demo' };
const HOUR = 3_600_000;
const ENDED = { kind: 'unauthenticated', code: 'auth.session_expired' };

let parts: TestServices;
let auth: AuthService;
let now: number;

beforeAll(async () => {
  parts = await startServices([TenancyModule]);
  auth = parts.services.get(AuthService);
  await parts.services.get(SeedService).seedDemo();
});
beforeEach(() => {
  now = Date.now();
  jest.spyOn(parts.services.get(Clock), 'now').mockImplementation(() => new Date(now));
});
afterAll(() => parts?.close());

const sql = (text: string) =>
  asAdmin(
    async (admin) => (await admin.query<{ password_hash: string }>(text)).rows,
    parts.database.adminUrl,
  );

it('ends for good when the person is put out, or another password is set, and only then', async () => {
  const open = async () => (await auth.signIn({ ...SAM, email: 'lee@demo.test' })).token;
  const lee = async (change: string) => sql(`UPDATE users SET ${change} WHERE email = 'lee@demo.test'`);
  const first = await open();
  await lee('active = false');
  await lee('active = true');
  await expect(auth.bySession(first, 'web')).rejects.toMatchObject(ENDED);
  const second = await open();
  await lee(`display_name = 'Lee T.', active = true, password_hash = password_hash`);
  await expect(auth.bySession(second, 'web')).resolves.toBeDefined();
  const other = (await auth.signIn(SAM)).token;
  const [before] = await sql(`SELECT password_hash FROM users WHERE email = 'lee@demo.test'`);
  await lee(`password_hash = 'another'`);
  await lee(`password_hash = '${before?.password_hash}'`);
  await expect(auth.bySession(second, 'web')).rejects.toMatchObject(ENDED);
  await expect(auth.bySession(other, 'web')).resolves.toBeDefined();
  await expect(auth.bySession(await open(), 'web')).resolves.toBeDefined();
  await lee(`display_name = 'Lee Tanaka'`);
});

it('ends with a role that may do what the earlier one may not, and with no other', async () => {
  const roleOf = async (role: TenantRole) =>
    sql(`UPDATE users SET role = '${role}' WHERE email = 'lee@demo.test'`);
  for (const before of TENANT_ROLES) {
    for (const after of TENANT_ROLES) {
      await roleOf(before);
      const { token } = await auth.signIn({ ...SAM, email: 'lee@demo.test' });
      await roleOf(after);
      const gains = permissionsOf(after).some((permission) => !roleHas(before, permission));
      const goesOn = auth.bySession(token, 'web').then(
        () => true,
        () => false,
      );
      expect([before, after, await goesOn]).toEqual([before, after, !gains]);
    }
  }
  await roleOf('operator');
});

it.each([`password_hash = 'another'`, 'active = false'])(
  'is opened by nobody whose proof is overtaken by %s',
  async (change) => {
    const [{ password_hash: hash } = {}] = await sql(
      `SELECT password_hash FROM users WHERE email = '${SAM.email}'`,
    );
    const replaced = await auth.signIn(SAM);
    const opening = parts.services.get(SessionsService);
    const open = opening.open.bind(opening);
    jest.spyOn(opening, 'open').mockImplementationOnce(async (...given) => {
      await sql(`UPDATE users SET ${change} WHERE email = '${SAM.email}'`);
      return open(...given);
    });
    const count = 'SELECT count(*)::text AS password_hash FROM sessions';
    const before = [await sql(count), await sql(count.replace('sessions', 'audit_events'))];
    await expect(auth.signIn({ ...SAM, replaces: replaced.token })).rejects.toMatchObject(ENDED);
    expect([await sql(count), await sql(count.replace('sessions', 'audit_events'))]).toEqual(before);
    await sql(`UPDATE users SET active = true, password_hash = '${hash}' WHERE email = '${SAM.email}'`);
  },
);

it('is not kept alive by a page that is only open', async () => {
  const { token } = await auth.signIn(SAM);
  for (const hours of [4, 7]) {
    now += hours * HOUR;
    await expect(auth.bySession(token, 'web', 'page')).resolves.toBeDefined();
    await parts.services.get(LastSeen).beforeApplicationShutdown();
  }
  now += HOUR;
  await expect(auth.bySession(token, 'web', 'page')).rejects.toMatchObject(ENDED);
});

it('tells every process when it ends, by its id', async () => {
  const told: LiveMessage[] = [];
  jest.spyOn(parts.services.get(LiveBus), 'publish').mockImplementation((message) => void told.push(message));
  const first = await auth.signIn(SAM);
  const { token, ctx } = first;
  const next = await auth.signIn({ ...SAM, replaces: token });
  await auth.signOut(next.token);
  await auth.signOut(next.token);
  const ended = { tenantId: ctx.tenantId, topic: 'session', kind: 'ended' };
  expect(told).toMatchObject([first, next].map((one) => ({ ...ended, id: one.ctx.credentialId })));
  expect(JSON.stringify(told)).not.toContain(token);
});
