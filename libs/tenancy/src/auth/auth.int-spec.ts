import { Clock } from '@orkestra/core';
import { asAdmin, eventually } from '../../../../test/harness';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { ApiKeysService } from '../api-keys/api-keys.service';
import { ALL_SCOPES } from '../scopes';
import { SeedService } from '../seed/seed.service';
import { TenancyModule } from '../tenancy.module';
import { AuthService } from './auth.service';
import type { SignIn } from './password-sign-in.service';
import { addressSubject, SignInLimiter } from './sign-in-limiter.service';

const SAM = { tenant: 'demo', email: 'sam@demo.test', password: 'orkestra-demo' };
const HOUR = 3_600_000;
const REFUSED = { kind: 'unauthenticated', code: 'auth.invalid_credentials' };
const ENDED = { kind: 'unauthenticated', code: 'auth.session_expired' };
const BAD_KEY = { kind: 'unauthenticated', code: 'auth.invalid_key' };

interface Row {
  token_hash: Buffer;
  last_seen_at: Date;
  key_hash: Buffer;
  last_used_at: Date | null;
}

describe('AuthService', () => {
  let parts: TestServices;
  let auth: AuthService;
  let now: number;

  beforeAll(async () => {
    parts = await startServices([TenancyModule]);
    auth = parts.services.get(AuthService);
    await parts.services.get(SeedService).seedDemo();
  });
  afterAll(() => parts.close());

  beforeEach(async () => {
    now = Date.now();
    jest.spyOn(parts.services.get(Clock), 'now').mockImplementation(() => new Date(now));
    await sql('DELETE FROM sign_in_failures; DELETE FROM sessions');
  });

  const sql = (text: string, values?: unknown[]) =>
    asAdmin(async (admin) => (await admin.query<Row>(text, values)).rows, parts.database.adminUrl);

  async function fail(times: number, given: Partial<SignIn> = {}): Promise<void> {
    const wrong = { ...SAM, password: 'wrong', ...given };
    for (let i = 0; i < times; i++) await expect(auth.signIn(wrong)).rejects.toMatchObject(REFUSED);
  }

  async function failAt(remoteAddress: string, times: number): Promise<void> {
    const limiter = parts.services.get(SignInLimiter);
    for (let i = 0; i < times; i++) await limiter.failed([addressSubject(remoteAddress)]);
  }

  describe('signIn', () => {
    it('gives a session to the person, with groups and every scope', async () => {
      const { token, expiresAt, ctx } = await auth.signIn({ ...SAM, email: 'Sam@Demo.TEST' });
      expect(expiresAt).toEqual(new Date(now + 7 * 24 * HOUR));
      expect(ctx.principal).toMatchObject({ kind: 'user', displayName: 'Sam Okafor', role: 'operator' });
      expect(ctx.principal.groups).toEqual([{ id: expect.any(String), key: 'support-l1', role: 'member' }]);
      expect(ctx.scopes).toEqual([...ALL_SCOPES, 'guests:write']);
      expect(ctx.channel).toBe('web');
      await expect(auth.bySession(token, 'graphql')).resolves.toMatchObject({
        tenantId: ctx.tenantId,
        principal: ctx.principal,
        channel: 'graphql',
      });
    });

    it.each<[string, Partial<SignIn>]>([
      ['an unknown tenant', { tenant: 'nowhere' }],
      ['an unknown user', { email: 'nobody@demo.test' }],
      ['a user of another tenant', { email: 'olga@other.test' }],
      ['a wrong password', { password: 'wrong' }],
      ['an empty password', { password: '' }],
      ['a NUL in the e-mail', { email: 'sam\0@demo.test' }],
      ['SQL in the tenant', { tenant: "demo' OR true --" }],
    ])('answers %s with one and the same error', async (_, given) => {
      await expect(auth.signIn({ ...SAM, ...given })).rejects.toMatchObject({
        ...REFUSED,
        message: 'Workspace, e-mail and password do not match. Check all three and try again.',
        details: {},
      });
      expect(await sql('SELECT FROM sessions')).toHaveLength(0);
    });

    it('refuses a person who is no longer active, or has no password', async () => {
      await sql(`UPDATE users SET active = false WHERE email = 'max@demo.test'`);
      await expect(auth.signIn({ ...SAM, email: 'max@demo.test' })).rejects.toMatchObject(REFUSED);
      await sql(`UPDATE users SET active = true, password_hash = NULL WHERE email = 'max@demo.test'`);
      await expect(auth.signIn({ ...SAM, email: 'max@demo.test' })).rejects.toMatchObject(REFUSED);
    });

    it('stores the hash of a token, never the token', async () => {
      const { token } = await auth.signIn(SAM);
      const [row] = (await sql('SELECT * FROM sessions')) as [Row];
      const stored = JSON.stringify({ ...row, token_hash: row.token_hash.toString('latin1') });
      expect(row.token_hash).toHaveLength(32);
      expect(stored).not.toContain(token);
    });

    it('rotates: a new token each time, and the replaced session ends', async () => {
      const first = await auth.signIn(SAM);
      const second = await auth.signIn({ ...SAM, replaces: first.token });
      expect(second.token).not.toBe(first.token);
      await expect(auth.bySession(first.token, 'web')).rejects.toMatchObject(ENDED);
      await expect(auth.bySession(second.token, 'web')).resolves.toBeDefined();
    });

    it('refuses an account for five minutes after ten failures, also with the right password', async () => {
      await fail(10);
      await expect(auth.signIn(SAM)).rejects.toMatchObject({
        kind: 'limited',
        code: 'auth.too_many_attempts',
        details: { retryAfter: 300 },
      });
      await expect(auth.signIn({ ...SAM, email: 'lee@demo.test' })).resolves.toBeDefined();
      now += 5 * 60_000;
      await expect(auth.signIn(SAM)).resolves.toBeDefined();
    });

    it('counts failures of an account that does not exist just the same', async () => {
      const nobody = { ...SAM, email: 'nobody@demo.test' };
      await fail(10, nobody);
      await expect(auth.signIn(nobody)).rejects.toMatchObject({ code: 'auth.too_many_attempts' });
    });

    it('lets others from the same address in when one account has failed too often', async () => {
      const remoteAddress = '203.0.113.6';
      await fail(10, { remoteAddress });
      await expect(auth.signIn({ ...SAM, remoteAddress })).rejects.toMatchObject({ kind: 'limited' });
      await expect(auth.signIn({ ...SAM, email: 'lee@demo.test', remoteAddress })).resolves.toBeDefined();
    });

    it('refuses a remote address after a hundred failures with whatever accounts, and no other address', async () => {
      await failAt('203.0.113.7', 99);
      await fail(1, { email: 'user@demo.test', remoteAddress: '203.0.113.7' });
      const limited = auth.signIn({ ...SAM, remoteAddress: '203.0.113.7' });
      await expect(limited).rejects.toMatchObject({ code: 'auth.too_many_attempts' });
      await expect(auth.signIn({ ...SAM, remoteAddress: '203.0.113.8' })).resolves.toBeDefined();
    });

    it('forgets the failures of an account, not those of the address, when it succeeds', async () => {
      const remoteAddress = '203.0.113.9';
      await failAt(remoteAddress, 90);
      await fail(9, { remoteAddress });
      await auth.signIn({ ...SAM, remoteAddress });
      await fail(1, { remoteAddress });
      await expect(auth.signIn({ ...SAM, remoteAddress })).rejects.toMatchObject({
        code: 'auth.too_many_attempts',
      });
      await expect(auth.signIn(SAM)).resolves.toBeDefined();
    });

    it('counts the addresses of one IPv6 network together', async () => {
      await failAt('2001:db8:0:7::1', 60);
      await failAt('2001:db8::7:ffff:0:0:2', 40);
      const from = (remoteAddress: string) => auth.signIn({ ...SAM, remoteAddress });
      await expect(from('2001:0db8:0000:0007::3')).rejects.toMatchObject({ kind: 'limited' });
      await expect(from('2001:db8:0:8::1')).resolves.toBeDefined();
      await expect(from('::ffff:203.0.113.1')).resolves.toBeDefined();
    });

    it('does not let a burst of guesses past the limit', async () => {
      const guesses = [...Array.from({ length: 40 }, (_, i) => `guess ${i}`), SAM.password];
      const answers = await Promise.allSettled(guesses.map((password) => auth.signIn({ ...SAM, password })));
      expect(answers.at(-1)).toMatchObject({
        status: 'rejected',
        reason: { code: 'auth.too_many_attempts' },
      });
    });
  });

  describe('bySession', () => {
    it.each(['', 'abc', 'A'.repeat(43), `${'A'.repeat(42)}\0`])('refuses %j', async (token) => {
      await expect(auth.bySession(token, 'web')).rejects.toMatchObject(ENDED);
    });

    it('ends at once with signOut, which may be repeated', async () => {
      const { token } = await auth.signIn(SAM);
      await auth.signOut(token);
      await auth.signOut(token);
      await expect(auth.bySession(token, 'web')).rejects.toMatchObject(ENDED);
    });

    it('ends after 12 hours without a request', async () => {
      const { token } = await auth.signIn(SAM);
      now += 12 * HOUR;
      await expect(auth.bySession(token, 'web')).rejects.toMatchObject(ENDED);
    });

    it('slides with each use, to 7 days at the most', async () => {
      const { token } = await auth.signIn(SAM);
      const start = now;
      for (let hours = 11; hours < 7 * 24; hours += 11) {
        now = start + hours * HOUR;
        await auth.bySession(token, 'web');
        await eventually(async () => {
          const [row] = await sql('SELECT last_seen_at FROM sessions');
          return row?.last_seen_at.getTime() === now;
        });
      }
      now = start + 7 * 24 * HOUR;
      await expect(auth.bySession(token, 'web')).rejects.toMatchObject(ENDED);
    });

    it('notes the last use at most once a minute', async () => {
      const { token } = await auth.signIn(SAM);
      const lastSeen = async () =>
        (await sql('SELECT last_seen_at FROM sessions'))[0]?.last_seen_at.getTime();
      const opened = now;
      now += 59_000;
      await auth.bySession(token, 'web');
      now += 1_000;
      await auth.bySession(token, 'web');
      await eventually(async () => (await lastSeen()) === opened + 60_000);
    });

    it('sees at once that the person was made inactive, or has left a group', async () => {
      const { token } = await auth.signIn({ ...SAM, email: 'lee@demo.test' });
      await sql(
        `DELETE FROM group_members m USING users u WHERE u.id = m.user_id AND u.email = 'lee@demo.test'`,
      );
      expect((await auth.bySession(token, 'web')).principal.groups).toEqual([]);
      await sql(`UPDATE users SET active = false WHERE email = 'lee@demo.test'`);
      await expect(auth.bySession(token, 'web')).rejects.toMatchObject(ENDED);
      await sql(`UPDATE users SET active = true WHERE email = 'lee@demo.test'`);
    });
  });

  describe('byApiKey', () => {
    let created: { id: string; key: string; prefix: string };
    let keys: ApiKeysService;
    let tenantId: string;

    beforeEach(async () => {
      keys = parts.services.get(ApiKeysService);
      const { ctx } = await auth.signIn({ ...SAM, email: 'ada@demo.test' });
      tenantId = ctx.tenantId;
      const expiresAt = new Date(now + HOUR);
      created = await keys.create(ctx, { principalName: 'probe', scopes: ['tasks:read'], expiresAt });
    });

    it('answers with the service principal and the scopes of the key', async () => {
      await expect(auth.byApiKey(created.key, 'mcp')).resolves.toMatchObject({
        tenantId,
        principal: { kind: 'service', displayName: 'probe', role: 'operator', groups: [] },
        scopes: ['tasks:read'],
        channel: 'mcp',
      });
    });

    it('stores no key, and notes the last use after the answer', async () => {
      await auth.byApiKey(created.key, 'mcp');
      const read = async () => (await sql('SELECT * FROM api_keys WHERE id = $1', [created.id]))[0] as Row;
      await eventually(async () => (await read()).last_used_at?.getTime() === now);
      const row = await read();
      expect(JSON.stringify({ ...row, key_hash: row.key_hash.toString('latin1') })).not.toContain(
        created.key,
      );
    });

    it('refuses a wrong secret behind a right prefix, and malformed keys', async () => {
      const forged = `ork_${created.prefix}_${'A'.repeat(43)}`;
      for (const key of [forged, '', 'ork_', `${created.key}x`, `ork_${'0'.repeat(12)}_${'A'.repeat(43)}`]) {
        await expect(auth.byApiKey(key, 'mcp')).rejects.toMatchObject(BAD_KEY);
      }
    });

    it('refuses an expired key', async () => {
      now += HOUR;
      await expect(auth.byApiKey(created.key, 'mcp')).rejects.toMatchObject(BAD_KEY);
    });

    it('refuses a revoked key from the next request on', async () => {
      const { ctx } = await auth.signIn({ ...SAM, email: 'ada@demo.test' });
      await auth.byApiKey(created.key, 'mcp');
      await keys.revoke(ctx, created.id);
      await expect(auth.byApiKey(created.key, 'mcp')).rejects.toMatchObject(BAD_KEY);
    });

    it('refuses a key of an inactive principal', async () => {
      await sql(`UPDATE service_principals SET active = false WHERE name = 'probe'`);
      await expect(auth.byApiKey(created.key, 'mcp')).rejects.toMatchObject(BAD_KEY);
      await sql(`UPDATE service_principals SET active = true WHERE name = 'probe'`);
    });
  });

  it('makes a system principal for an activity, and none without a tenant', () => {
    const tenantId = '00000000-0000-7000-8000-00000000000a';
    expect(auth.forActivity(tenantId, 'c1')).toMatchObject({
      tenantId,
      principal: { kind: 'system', role: 'admin' },
      channel: 'workflow',
      correlationId: 'c1',
    });
    expect(() => auth.forActivity('', 'c1')).toThrow('without the id of its tenant');
  });
});
