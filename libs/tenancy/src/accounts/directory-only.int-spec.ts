import { LiveBus, type LiveMessage } from '@orkestra/core';
import { asAdmin } from '../../../../test/harness';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { AuthService } from '../auth/auth.service';
import { SeedService } from '../seed/seed.service';
import { TenancyModule } from '../tenancy.module';
import { SIGN_IN_DEFAULTS, SignInSettingsService } from './sign-in-settings.service';

const ENDED = { code: 'auth.session_expired' };

let parts: TestServices;
let auth: AuthService;

beforeAll(async () => {
  parts = await startServices([TenancyModule]);
  auth = parts.services.get(AuthService);
  await parts.services.get(SeedService).seedDemo();
});
beforeEach(() => sql(`UPDATE tenants SET settings = '{}'`));
afterAll(() => parts?.close());

const sql = (text: string) => asAdmin((admin) => admin.query(text), parts.database.adminUrl);
const signIn = async (email = 'sam@demo.test') =>
  auth.signIn({ tenant: 'demo', email, password: 'orkestra-demo' });

it('puts out who came past the directory, then and there, but for the break-glass owner', async () => {
  await sql(`UPDATE users SET role = 'owner' WHERE email = 'lee@demo.test'`);
  const [ada, lee] = [await signIn('ada@demo.test'), await signIn('lee@demo.test')];
  const [sam, byDirectory] = [await signIn(), await signIn()];
  const session = `id = '${byDirectory.ctx.credentialId}'`;
  await sql(`UPDATE sessions SET method = 'oidc', sso_connection_id = gen_random_uuid() WHERE ${session}`);
  const told: LiveMessage[] = [];
  const publish = jest
    .spyOn(parts.services.get(LiveBus), 'publish')
    .mockImplementation((message) => void told.push(message));
  const settings = { ...SIGN_IN_DEFAULTS, ssoOnly: true, breakGlassUserId: ada.ctx.principal.id };
  await parts.services.get(SignInSettingsService).set(lee.ctx, settings);
  publish.mockRestore();
  expect(told.map(({ id }) => id).sort()).toEqual([lee, sam].map(({ ctx }) => ctx.credentialId).sort());
  for (const { token } of [lee, sam]) await expect(auth.bySession(token, 'web')).rejects.toMatchObject(ENDED);
  for (const { token } of [ada, byDirectory])
    await expect(auth.bySession(token, 'web')).resolves.toBeDefined();
});

it('takes no session that was opened past the directory while it became so', async () => {
  const { token } = await signIn();
  await sql(`UPDATE tenants SET settings = '{"signIn":{"ssoOnly":true}}'`);
  await expect(auth.bySession(token, 'web')).rejects.toMatchObject(ENDED);
});
