import { startServices, type TestServices } from '../../../../test/harness/services';
import { AccountLinks } from '../accounts/account-links.service';
import { PasswordLinks } from '../accounts/password-links.service';
import { AuthService } from '../auth/auth.service';
import { DeactivationService } from '../people/deactivation.service';
import { InvitationsService } from '../people/invitations.service';
import { PeopleService } from '../people/people.service';
import { SeedService } from '../seed/seed.service';
import { TenancyModule } from '../tenancy.module';
import type { TenantContext } from '../tenant-context';
import { testContext } from '../testing';

const NEXT = 'violet tram under nine bells';
const INVALID = { kind: 'invalid', code: 'link.invalid' };

let parts: TestServices;
let owner: TenantContext;
let admin: TenantContext;

beforeAll(async () => {
  parts = await startServices([TenancyModule]);
  await get(SeedService).seedDemo();
  const ada = { tenant: 'demo', email: 'ada@demo.test', password: 'orkestra-demo' };
  owner = (await get(AuthService).signIn(ada)).ctx;
});
beforeEach(async () => {
  const person = await joined('admin');
  admin = testContext({ tenantId: owner.tenantId, principal: { id: person, role: 'admin' } });
});
afterAll(() => parts?.close());

const get = <T>(service: abstract new (...all: never[]) => T) => parts.services.get<T>(service);
const tokenIn = (url: string | null) => /#token=(.*)$/.exec(url ?? '')?.[1] ?? '';
const use = (url: string | null) => get(AccountLinks).use({ token: tokenIn(url), password: NEXT });

let people = 0;

async function joined(role: 'admin' | 'operator'): Promise<string> {
  const { person, link } = await invited(role);
  await use(link);
  return person.id;
}

const invited = (role: 'admin' | 'operator' | 'owner', ctx = owner) =>
  get(InvitationsService).invite(ctx, { email: `p${(people += 1)}@demo.test`, role, by: 'link' });

it('gives an admin no way into the account of somebody who has become an owner', async () => {
  const person = await joined('operator');
  const { url } = await get(PasswordLinks).issue(admin, person);
  await get(PeopleService).changeRole(owner, person, 'owner');
  await expect(get(PasswordLinks).look(tokenIn(url))).rejects.toMatchObject(INVALID);
  await expect(use(url)).rejects.toMatchObject(INVALID);
});

it('makes nobody an owner by the invitation of an admin', async () => {
  const { person, link } = await invited('operator', admin);
  await get(PeopleService).changeRole(owner, person.id, 'owner');
  await expect(use(link)).rejects.toMatchObject(INVALID);
  const again = await get(InvitationsService).invite(owner, {
    email: person.email,
    role: 'owner',
    by: 'link',
  });
  await expect(use(again.link)).resolves.toMatchObject({ user: { id: person.id } });
});

it.each(['no longer an admin', 'gone'])('ends with the rights of its issuer, who is %s', async (how) => {
  const person = await joined('admin');
  const { url } = await get(PasswordLinks).issue(admin, person);
  const { person: other, link } = await invited('operator', admin);
  if (how === 'gone') await get(DeactivationService).deactivate(owner, admin.principal.id);
  else await get(PeopleService).changeRole(owner, admin.principal.id, 'viewer');
  await expect(use(url)).rejects.toMatchObject(INVALID);
  await expect(use(link)).rejects.toMatchObject(INVALID);
  const { invitationExpiresAt } = await get(PeopleService).get(owner, other.id);
  expect(invitationExpiresAt).toBeNull();
});

it('works on where an owner has made it, or the person themselves', async () => {
  const person = await joined('operator');
  const { url } = await get(PasswordLinks).issue(owner, person);
  await get(PeopleService).changeRole(owner, person, 'owner');
  await expect(use(url)).resolves.toMatchObject({ user: { id: person, role: 'owner' } });
});
