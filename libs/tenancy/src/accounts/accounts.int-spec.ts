import { Clock, LiveBus, type LiveMessage } from '@orkestra/core';
import { asAdmin, eventually } from '../../../../test/harness';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { type Inbox, startMailServer } from '../../../../test/harness/servers/mail-server';
import { AuthService } from '../auth/auth.service';
import { SeedService } from '../seed/seed.service';
import { TenancyModule } from '../tenancy.module';
import type { TenantContext } from '../tenant-context';
import { testContext } from '../testing';
import { DeactivationService } from '../people/deactivation.service';
import { InvitationsService } from '../people/invitations.service';
import { Mailer } from '../mail/mailer.service';
import { AccountLinks } from './account-links.service';
import { AccountPasswords } from './account-passwords.service';
import { PasswordLinks } from './password-links.service';
import { SessionList } from './session-list.service';
import { SIGN_IN_DEFAULTS, SignInSettingsService } from './sign-in-settings.service';

const SAM = { tenant: 'demo', email: 'sam@demo.test', password: 'orkestra-demo' };
const NEXT = 'violet tram under nine bells';
const ENDED = { code: 'auth.session_expired' };
const HOUR = 3_600_000;

let parts: TestServices;
let inbox: Inbox;
let auth: AuthService;
let now: number;

beforeAll(async () => {
  inbox = await startMailServer();
  const settings = {
    MAIL_URL: inbox.url,
    PUBLIC_URL: 'https://desk.example.com',
    MAIL_FROM: 'Desk <desk@example.com>',
  };
  parts = await startServices([TenancyModule], settings);
  auth = parts.services.get(AuthService);
  now = Date.now();
  jest.spyOn(parts.services.get(Clock), 'now').mockImplementation(() => new Date(now));
  await parts.services.get(SeedService).seedDemo();
  await sql('CREATE TABLE as_seeded AS SELECT id, password_hash, role FROM users');
});
beforeEach(async () => {
  now += HOUR;
  await sql(`DELETE FROM sign_in_failures; DELETE FROM sessions; DELETE FROM one_time_links; DELETE FROM mails;
    UPDATE tenants SET settings = '{}';
    UPDATE users u SET password_hash = s.password_hash, role = s.role FROM as_seeded s WHERE s.id = u.id`);
});
afterAll(async () => {
  await parts?.close();
  await inbox?.close();
});

const sql = (text: string) =>
  asAdmin(async (admin) => (await admin.query<Record<string, unknown>>(text)).rows, parts.database.adminUrl);
const signIn = async (email = SAM.email, password = SAM.password) => auth.signIn({ ...SAM, email, password });
const get = <T>(service: abstract new (...all: never[]) => T) => parts.services.get<T>(service);
const actions = async () =>
  (await sql('SELECT action FROM audit_events ORDER BY id')).map(({ action }) => action);

async function askForLink(email = SAM.email): Promise<string> {
  const mails = inbox.mails.length;
  await get(PasswordLinks).request('demo', email);
  await eventually(() => inbox.mails.length > mails);
  return /#token=([\w-]{43})/.exec(inbox.mails.at(-1)?.text ?? '')?.[1] ?? '';
}

describe('changing the password', () => {
  it('goes on with this session and ends all others, telling every process', async () => {
    const [here, there] = [await signIn(), await signIn()];
    const told: LiveMessage[] = [];
    const publish = jest
      .spyOn(get(LiveBus), 'publish')
      .mockImplementation((message) => void told.push(message));
    await get(AccountPasswords).change(here.ctx, NEXT, SAM.password);
    publish.mockRestore();
    await expect(auth.bySession(here.token, 'web')).resolves.toBeDefined();
    await expect(auth.bySession(there.token, 'web')).rejects.toMatchObject(ENDED);
    expect(told).toMatchObject([{ topic: 'session', kind: 'ended' }]);
    await expect(signIn()).rejects.toMatchObject({ code: 'auth.invalid_credentials' });
    await expect(signIn(SAM.email, NEXT)).resolves.toBeDefined();
    expect(await actions()).toContain('password.changed');
  });

  it('takes neither a wrong password nor a weak one', async () => {
    const { ctx } = await signIn();
    const change = (next: string, current: string) => get(AccountPasswords).change(ctx, next, current);
    await expect(change(NEXT, 'wrong')).rejects.toMatchObject({ code: 'account.wrong_password' });
    await expect(change('sam@demo.test!', SAM.password)).rejects.toMatchObject({
      code: 'account.weak_password',
      details: { fields: [{ pointer: '/password', message: expect.stringContaining('e-mail') }] },
    });
    await expect(signIn()).resolves.toBeDefined();
  });

  it('is not guessed at by whoever found an open page', async () => {
    const { ctx } = await signIn();
    const guess = () => get(AccountPasswords).change(ctx, NEXT, 'wrong');
    for (let tries = 0; tries < 10; tries++) await expect(guess()).rejects.toMatchObject({ kind: 'invalid' });
    await expect(get(AccountPasswords).change(ctx, NEXT, SAM.password)).rejects.toMatchObject({
      kind: 'limited',
    });
  });

  it('is nothing for programs', async () => {
    const program = auth.forActivity((await signIn()).ctx.tenantId, 'c1');
    const changing = get(AccountPasswords).change(program, NEXT, '');
    await expect(changing).rejects.toMatchObject({ code: 'account.person_only' });
  });
});

describe('a link for a new password', () => {
  it('comes by mail, works once, and ends what was open', async () => {
    const open = await signIn();
    const token = await askForLink();
    expect(inbox.mails.at(-1)).toMatchObject({ to: SAM.email, from: 'desk@example.com' });
    expect(inbox.mails.at(-1)?.text).toContain('https://desk.example.com/link#token=');
    await expect(get(PasswordLinks).look(token)).resolves.toMatchObject({ user: { email: SAM.email } });
    await expect(get(PasswordLinks).reset(token, 'short')).rejects.toMatchObject({
      code: 'account.weak_password',
    });
    await get(PasswordLinks).reset(token, NEXT);
    await expect(get(PasswordLinks).reset(token, NEXT)).rejects.toMatchObject({ code: 'link.invalid' });
    await expect(auth.bySession(open.token, 'web')).rejects.toMatchObject(ENDED);
    await expect(signIn(SAM.email, NEXT)).resolves.toBeDefined();
    expect(await actions()).toEqual(expect.arrayContaining(['password.reset_requested', 'password.reset']));
  });

  it('works for an hour', async () => {
    const token = await askForLink();
    now += HOUR;
    await expect(get(PasswordLinks).reset(token, NEXT)).rejects.toMatchObject({ code: 'link.invalid' });
  });

  it('waits sealed until it is sent, and is gone then', async () => {
    inbox.refuse(450);
    await get(PasswordLinks).request('demo', SAM.email);
    const [waiting] = await eventually(async () => {
      const rows = await sql(
        `SELECT encode(content, 'escape') AS content, problem FROM mails WHERE problem IS NOT NULL`,
      );
      return rows.length > 0 && rows;
    });
    expect(waiting).toMatchObject({ problem: '450' });
    expect(waiting?.['content']).not.toContain('token');
    inbox.refuse(undefined);
    now += HOUR / 60;
    const token = await askForLink('lee@demo.test');
    expect(token).not.toBe('');
    await eventually(async () => (await sql('SELECT FROM mails')).length === 0);
  });

  it('is asked for in vain, without a word, by whom nobody knows, and by whoever asks too often', async () => {
    const mails = inbox.mails.length;
    for (const [tenant, email] of [
      ['demo', 'nobody@demo.test'],
      ['nowhere', SAM.email],
      ['demo', 'x\0'],
    ] as const) {
      await expect(get(PasswordLinks).request(tenant, email)).resolves.toBeUndefined();
    }
    for (let times = 0; times < 2; times++) await get(PasswordLinks).request('demo', 'nobody@demo.test');
    const fourth = get(PasswordLinks).request('demo', 'nobody@demo.test');
    await expect(fourth).rejects.toMatchObject({ kind: 'limited' });
    await get(PasswordLinks).beforeApplicationShutdown();
    expect(inbox.mails).toHaveLength(mails);
  });

  it('is handed out by admins, for owners by owners alone', async () => {
    await sql(`UPDATE users SET role = 'admin' WHERE email = 'lee@demo.test'`);
    const [ada, lee, sam] = [
      (await signIn('ada@demo.test')).ctx,
      (await signIn('lee@demo.test')).ctx,
      (await signIn()).ctx,
    ];
    const issue = (ctx: TenantContext, user: string) => get(PasswordLinks).issue(ctx, user);
    const forbidden = { code: 'auth.role_forbids' };
    await expect(issue(sam, 'lee@demo.test')).rejects.toMatchObject(forbidden);
    await expect(issue(lee, 'ada@demo.test')).rejects.toMatchObject(forbidden);
    await expect(issue(ada, 'olga@other.test')).rejects.toMatchObject({ code: 'directory.unknown_user' });
    const { url } = await issue(lee, 'sam@demo.test');
    await get(PasswordLinks).reset(url.split('#token=')[1] ?? '', NEXT);
    await expect(signIn(SAM.email, NEXT)).resolves.toBeDefined();
  });
});

describe('an invitation', () => {
  it('comes by mail, and ends with a password that the person has set', async () => {
    const { ctx } = await signIn('ada@demo.test');
    const { link } = await get(InvitationsService).invite(ctx, { email: 'ida@demo.test', role: 'operator' });
    expect(link).toBeNull();
    get(Mailer).sendSoon();
    const invitation = () => inbox.mails.find(({ to }) => to === 'ida@demo.test');
    await eventually(() => invitation() !== undefined);
    const token = /#token=([\w-]{43})/.exec(invitation()?.text ?? '')?.[1] ?? '';
    const use = (password: string) => get(AccountLinks).use({ token, password, displayName: 'Ida Berg' });
    await expect(use('password1234')).rejects.toMatchObject({ code: 'account.weak_password' });
    await expect(signIn('ida@demo.test', NEXT)).rejects.toMatchObject({ code: 'auth.invalid_credentials' });
    await use(NEXT);
    await expect(use(NEXT)).rejects.toMatchObject({ code: 'link.invalid' });
    const ida = await signIn('ida@demo.test', NEXT);
    expect(ida.ctx.principal).toMatchObject({ displayName: 'Ida Berg', role: 'operator' });
  });
});

describe('sessions', () => {
  it('are listed and ended by the person', async () => {
    const [here, there] = [await signIn(), await signIn()];
    const list = get(SessionList);
    const { items } = await list.list(here.ctx, null, {});
    expect(items.map(({ id }) => id)).toEqual([there.ctx.credentialId, here.ctx.credentialId]);
    expect(items[0]).toMatchObject({ method: 'password', createdAt: new Date(now) });
    await list.end(here.ctx, there.ctx.credentialId ?? '', null);
    await expect(auth.bySession(there.token, 'web')).rejects.toMatchObject(ENDED);
    await expect(list.end(here.ctx, there.ctx.credentialId ?? '', null)).rejects.toMatchObject({
      kind: 'not_found',
    });
    await signIn();
    expect(await list.endAll(here.ctx, null)).toBe(1);
    await expect(auth.bySession(here.token, 'web')).resolves.toBeDefined();
  });

  it('are ended by an admin; nobody else sees or ends those of others', async () => {
    const [ada, sam, lee] = [await signIn('ada@demo.test'), await signIn(), await signIn('lee@demo.test')];
    const list = get(SessionList);
    await expect(list.list(lee.ctx, SAM.email, {})).rejects.toMatchObject({ code: 'auth.role_forbids' });
    await expect(list.end(lee.ctx, sam.ctx.credentialId ?? '', null)).rejects.toMatchObject({
      kind: 'not_found',
    });
    await expect(list.endAll(lee.ctx, SAM.email)).rejects.toMatchObject({ code: 'auth.role_forbids' });
    await sql(`UPDATE users SET role = 'owner' WHERE email = 'olga@other.test'`);
    const olga = await auth.signIn({ ...SAM, tenant: 'other', email: 'olga@other.test' });
    await expect(list.endAll(olga.ctx, SAM.email)).rejects.toMatchObject({ code: 'directory.unknown_user' });
    await expect(list.end(olga.ctx, sam.ctx.credentialId ?? '', null)).rejects.toMatchObject({
      kind: 'not_found',
    });
    expect((await list.list(ada.ctx, SAM.email, {})).items).toHaveLength(1);
    expect(await list.endAll(ada.ctx, SAM.email)).toBe(1);
    await expect(auth.bySession(sam.token, 'web')).rejects.toMatchObject(ENDED);
    expect(await actions()).toContain('sessions.ended');
  });

  it('end as the tenant says, those that are open too', async () => {
    const ada = await signIn('ada@demo.test');
    await get(SignInSettingsService).set(ada.ctx, { ...SIGN_IN_DEFAULTS, idleMinutes: 30, longestHours: 2 });
    const { token, expiresAt } = await signIn();
    expect(expiresAt).toEqual(new Date(now + 2 * HOUR));
    now += HOUR / 2 - 1;
    await expect(auth.bySession(token, 'web', 'page')).resolves.toBeDefined();
    now += 1;
    await expect(auth.bySession(token, 'web')).rejects.toMatchObject(ENDED);
    await expect(auth.bySession(ada.token, 'web')).rejects.toMatchObject(ENDED);
  });
});

describe('a tenant whose people come from its directory', () => {
  it('lets nobody else in but the break-glass owner, which is recorded', async () => {
    const ada = await signIn('ada@demo.test');
    const settings = get(SignInSettingsService);
    const only = { ...SIGN_IN_DEFAULTS, ssoOnly: true };
    await expect(settings.set(ada.ctx, only)).rejects.toMatchObject({ code: 'sign_in.invalid_setting' });
    const [sam] = await sql(`SELECT id FROM users WHERE email = 'sam@demo.test'`);
    const noOwner = settings.set(ada.ctx, { ...only, breakGlassUserId: String(sam?.['id']) });
    await expect(noOwner).rejects.toMatchObject({ code: 'sign_in.invalid_setting' });
    await settings.set(ada.ctx, { ...only, breakGlassUserId: ada.ctx.principal.id });
    await expect(signIn()).rejects.toMatchObject({ kind: 'forbidden', code: 'auth.sso_only' });
    await expect(signIn(SAM.email, 'wrong')).rejects.toMatchObject({ code: 'auth.invalid_credentials' });
    await expect(signIn('ada@demo.test')).resolves.toBeDefined();
    expect(await actions()).toContain('sign_in.break_glass');
    await sql(`UPDATE users SET role = 'owner' WHERE email = 'lee@demo.test'`);
    const lee = testContext({ tenantId: ada.ctx.tenantId, principal: { role: 'owner' } });
    const leaving = get(DeactivationService).deactivate(lee, ada.ctx.principal.id);
    await expect(leaving).rejects.toMatchObject({ kind: 'conflict', code: 'person.breaks_glass' });
    await get(PasswordLinks).request('demo', SAM.email);
    await get(PasswordLinks).beforeApplicationShutdown();
    expect(await sql('SELECT FROM one_time_links')).toEqual([]);
  });

  it('is made so by owners alone', async () => {
    await sql(`UPDATE users SET role = 'admin' WHERE email = 'lee@demo.test'`);
    const [lee, sam] = [await signIn('lee@demo.test'), await signIn()];
    const set = (ctx: TenantContext, change: object) =>
      get(SignInSettingsService).set(ctx, { ...SIGN_IN_DEFAULTS, ...change });
    await expect(set(sam.ctx, { idleMinutes: 60 })).rejects.toMatchObject({ code: 'auth.role_forbids' });
    await expect(set(lee.ctx, { ssoOnly: true })).rejects.toMatchObject({ code: 'auth.role_forbids' });
    await expect(set(lee.ctx, { idleMinutes: 4 })).rejects.toMatchObject({ kind: 'invalid' });
    await expect(set(lee.ctx, { idleMinutes: 60 })).resolves.toMatchObject({ idleMinutes: 60 });
  });
});
