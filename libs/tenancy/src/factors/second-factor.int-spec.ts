import { Clock } from '@orkestra/core';
import { Secret, TOTP } from 'otpauth';
import { asAdmin } from '../../../../test/harness';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { AccountService } from '../accounts/account.service';
import { AuthService } from '../auth/auth.service';
import { SignInSteps } from '../auth/sign-in-steps.store';
import { SecondFactorNeededError } from '../auth/auth.errors';
import { SeedService } from '../seed/seed.service';
import { TenancyModule } from '../tenancy.module';
import type { TenantContext } from '../tenant-context';
import { StepUp } from '../proof/step-up.service';
import { SecondFactorSignIn } from './second-factor-sign-in.service';
import { TotpService } from './totp.service';

const SAM = { tenant: 'demo', email: 'sam@demo.test', password: 'orkestra-demo' };
const HOME = { remoteAddress: '203.0.113.5' };
const WRONG = { kind: 'unauthenticated', code: 'auth.wrong_code' };
const EXPIRED = { kind: 'unauthenticated', code: 'auth.step_expired' };
const MINUTE = 60_000;

let parts: TestServices;
let auth: AuthService;
let second: SecondFactorSignIn;
let sam: TenantContext;
let secret: string;
let codes: string[];
let now: number;

beforeAll(async () => {
  parts = await startServices([TenancyModule]);
  auth = parts.services.get(AuthService);
  second = parts.services.get(SecondFactorSignIn);
  now = Date.now();
  jest.spyOn(parts.services.get(Clock), 'now').mockImplementation(() => new Date(now));
  await parts.services.get(SeedService).seedDemo();
  sam = (await auth.signIn(SAM)).ctx;
  const totp = parts.services.get(TotpService);
  secret = (await totp.begin(sam)).secret;
  await expect(totp.confirm(sam, '000000')).rejects.toMatchObject({ code: 'account.wrong_code' });
  codes = (await totp.confirm(sam, codeOf(secret))) ?? [];
});
beforeEach(async () => {
  now += 10 * MINUTE;
  await sql('DELETE FROM sign_in_failures');
});
afterAll(() => parts?.close());

const sql = (text: string) =>
  asAdmin(async (admin) => (await admin.query<Record<string, unknown>>(text)).rows, parts.database.adminUrl);

const codeOf = (base32: string) =>
  new TOTP({ secret: Secret.fromBase32(base32) }).generate({ timestamp: now });

async function ticket(given: object = {}): Promise<string> {
  const answer: unknown = await auth.signIn({ ...SAM, ...HOME, ...given }).catch((error: unknown) => error);
  if (!(answer instanceof SecondFactorNeededError)) throw answer;
  expect(answer.factors).toEqual(['totp', 'recovery-code']);
  expect(JSON.stringify(answer.details)).not.toContain(answer.ticket);
  return answer.ticket;
}

it('the password alone opens nothing, the code after it does', async () => {
  const before = await sql('SELECT FROM sessions');
  const open = await ticket();
  expect(await sql('SELECT FROM sessions')).toHaveLength(before.length);
  const { token } = await second.byCode(open, codeOf(secret), HOME);
  await expect(auth.bySession(token, 'web')).resolves.toMatchObject({ principal: { id: sam.principal.id } });
  expect(await sql('SELECT method, remote_address FROM sessions ORDER BY id DESC LIMIT 1')).toEqual([
    { method: 'password+totp', remote_address: '203.0.113.5' },
  ]);
});

it('a code counts once, also when it is sent twice at the same time', async () => {
  const code = codeOf(secret);
  const tickets = [await ticket(), await ticket()];
  const answers = await Promise.allSettled(tickets.map((one) => second.byCode(one, code, HOME)));
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(second.byCode(await ticket(), code, HOME)).rejects.toMatchObject(WRONG);
});

it('a ticket works once, for five minutes, from the network that it was given to', async () => {
  const used = await ticket();
  await second.byCode(used, codeOf(secret), HOME);
  now += MINUTE;
  await expect(second.byCode(used, codeOf(secret), HOME)).rejects.toMatchObject(EXPIRED);
  const carriedOff = await ticket();
  const away = { remoteAddress: '198.51.100.1' };
  await expect(second.byCode(carriedOff, codeOf(secret), away)).rejects.toMatchObject(EXPIRED);
  now += 5 * MINUTE;
  await expect(second.byCode(carriedOff, codeOf(secret), HOME)).rejects.toMatchObject(EXPIRED);
  await expect(second.byCode('x', codeOf(secret), HOME)).rejects.toMatchObject(EXPIRED);
});

it('another password ends a sign-in that has begun', async () => {
  const begun = await ticket();
  await sql(`UPDATE users SET session_epoch = session_epoch + 1 WHERE email = 'sam@demo.test'`);
  await expect(second.byCode(begun, codeOf(secret), HOME)).rejects.toMatchObject(EXPIRED);
});

it('another password that is set between the code and the session ends it too', async () => {
  const begun = await ticket();
  const opening = parts.services.get(SignInSteps);
  const take = opening.take.bind(opening);
  jest.spyOn(opening, 'take').mockImplementationOnce(async (...given) => {
    const taken = await take(...given);
    await sql(`UPDATE users SET session_epoch = session_epoch + 1 WHERE email = 'sam@demo.test'`);
    return taken;
  });
  const before = await sql('SELECT FROM sessions');
  await expect(second.byCode(begun, codeOf(secret), HOME)).rejects.toMatchObject({
    code: 'auth.session_expired',
  });
  expect(await sql('SELECT FROM sessions')).toEqual(before);
});

it('after five wrong codes even the right one is refused, for five minutes', async () => {
  for (let tries = 0; tries < 5; tries++) {
    await expect(second.byCode(await ticket(), '123456', HOME)).rejects.toMatchObject(WRONG);
  }
  await expect(second.byCode(await ticket(), codeOf(secret), HOME)).rejects.toMatchObject({
    kind: 'limited',
  });
  now += 5 * MINUTE;
  await expect(second.byCode(await ticket(), codeOf(secret), HOME)).resolves.toBeDefined();
});

it('each recovery code opens once, however it is typed', async () => {
  const [code = ''] = codes;
  expect(codes).toHaveLength(10);
  await expect(
    second.byCode(await ticket(), ` ${code.toUpperCase().replaceAll('-', ' ')}`, HOME),
  ).resolves.toBeDefined();
  await expect(second.byCode(await ticket(), code, HOME)).rejects.toMatchObject(WRONG);
  const { ctx } = await second.byCode(await ticket(), codes[1] ?? '', HOME);
  const account = parts.services.get(AccountService);
  expect(await account.describe(ctx)).toMatchObject({
    recoveryCodesLeft: 8,
    hasPassword: true,
    passkeys: [],
  });
});

it('Postgres holds neither the secret nor a code', async () => {
  const stored = JSON.stringify([
    ...(await sql(`SELECT encode(secret, 'escape') AS s FROM totp_factors`)),
    ...(await sql(`SELECT encode(code_hash, 'escape') AS c FROM recovery_codes`)),
  ]);
  for (const one of [secret, ...codes]) expect(stored).not.toContain(one);
});

it('records who came in how, and who did not', async () => {
  const told = await sql(
    `SELECT action, details ->> 'method' AS method, details ->> 'reason' AS reason FROM audit_events`,
  );
  expect(told).toContainEqual({ action: 'factor.added', method: null, reason: null });
  expect(told).toContainEqual({ action: 'sign_in.succeeded', method: 'password+totp', reason: null });
  expect(told).toContainEqual({ action: 'sign_in.failed', method: null, reason: 'totp' });
});

it('an admin takes it from somebody who has lost it, but not from an owner', async () => {
  const account = parts.services.get(AccountService);
  const ada = (await auth.signIn({ ...SAM, email: 'ada@demo.test' })).ctx;
  await expect(account.resetFactors(sam, 'ada@demo.test')).rejects.toMatchObject({
    code: 'auth.role_forbids',
  });
  await sql(`UPDATE users SET role = 'admin' WHERE email = 'lee@demo.test'`);
  const lee = (await auth.signIn({ ...SAM, email: 'lee@demo.test' })).ctx;
  await expect(account.resetFactors(lee, 'ada@demo.test')).rejects.toMatchObject({
    code: 'auth.role_forbids',
  });
  await expect(account.resetFactors(lee, 'olga@other.test')).rejects.toMatchObject({
    code: 'directory.unknown_user',
  });
  await account.resetFactors(ada, 'sam@demo.test');
  await expect(auth.signIn(SAM)).resolves.toBeDefined();
  expect(await sql('SELECT FROM recovery_codes')).toEqual([]);
});

it('whoever signed in a while ago proves it again before anything changes', async () => {
  const totp = parts.services.get(TotpService);
  const { ctx } = await auth.signIn(SAM);
  now += 11 * MINUTE;
  await expect(totp.begin(ctx)).rejects.toMatchObject({ kind: 'forbidden', code: 'account.step_up_needed' });
  const stepUp = parts.services.get(StepUp);
  await expect(stepUp.prove(ctx, 'wrong')).rejects.toMatchObject({ code: 'account.wrong_password' });
  await stepUp.prove(ctx, SAM.password);
  await expect(totp.begin(ctx)).resolves.toMatchObject({ uri: expect.stringContaining('otpauth://totp/') });
});
