import { queryRows, TenantDatabase } from '@orkestra/core';
import type { Client } from 'pg';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { AuthService } from '../auth/auth.service';
import { SeedService } from '../seed/seed.service';
import { TenancyModule } from '../tenancy.module';
import type { TenantContext } from '../tenant-context';
import { testContext } from '../testing';
import type { DirectoryGroup, DirectoryUser } from './directory-view';
import { DirectoryService } from './directory.service';

const UNKNOWN_USER = { kind: 'invalid', code: 'directory.unknown_user' };
const UNKNOWN_GROUP = { kind: 'invalid', code: 'directory.unknown_group' };

describe('DirectoryService', () => {
  let parts: TestServices;
  let directory: DirectoryService;
  let sam: TenantContext;
  let olga: TenantContext;
  let samsGroup: DirectoryGroup;
  let olgasGroup: DirectoryGroup;
  let olgaUser: DirectoryUser;

  beforeAll(async () => {
    parts = await startServices([TenancyModule]);
    directory = parts.services.get(DirectoryService);
    await parts.services.get(SeedService).seedDemo();
    const auth = parts.services.get(AuthService);
    const password = 'orkestra-demo';
    sam = (await auth.signIn({ tenant: 'demo', email: 'sam@demo.test', password })).ctx;
    olga = (await auth.signIn({ tenant: 'other', email: 'olga@other.test', password })).ctx;
    samsGroup = await directory.resolveGroup(sam, 'support-l1');
    olgasGroup = await directory.resolveGroup(olga, 'support-l1');
    olgaUser = await directory.resolveUser(olga, 'olga@other.test');
  });
  afterAll(() => parts.close());

  it('finds users and groups by id, many at once, and skips what is no id', async () => {
    const { id } = await directory.resolveUser(sam, 'lee@demo.test');
    const users = await directory.findUsers(sam, [id, sam.principal.id, 'system', 'x']);
    expect(users.map((user) => user.email).sort()).toEqual(['lee@demo.test', 'sam@demo.test']);
    expect(users[0]).not.toHaveProperty('passwordHash');
    await expect(directory.findGroups(sam, [samsGroup.id, 'x'])).resolves.toEqual([samsGroup]);
    await expect(directory.findUsers(sam, [])).resolves.toEqual([]);
  });

  it('resolves a user by e-mail in any case or by id, and a group by key or id', async () => {
    const user = await directory.resolveUser(sam, ' SAM@demo.test ');
    expect(user).toEqual({
      id: sam.principal.id,
      email: 'sam@demo.test',
      displayName: 'Sam Okafor',
      role: 'operator',
      active: true,
    });
    await expect(directory.resolveUser(sam, user.id.toUpperCase())).resolves.toEqual(user);
    await expect(directory.resolveGroup(sam, samsGroup.id)).resolves.toEqual(samsGroup);
  });

  it.each(['nobody@demo.test', '', 'a\0b', '00000000-0000-7000-8000-000000000009', "' OR true --"])(
    'names the wrong value %j',
    async (name) => {
      await expect(directory.resolveUser(sam, name)).rejects.toMatchObject({
        ...UNKNOWN_USER,
        details: { user: name },
      });
      await expect(directory.resolveGroup(sam, name)).rejects.toMatchObject({
        ...UNKNOWN_GROUP,
        details: { group: name },
      });
    },
  );

  it('resolves everybody in one query of a transaction that is open', async () => {
    const names = {
      users: ['sam@demo.test', sam.principal.id, 'Lee@demo.test'],
      groups: ['support-l1', 'support-l2'],
    };
    const found = await parts.services.get(TenantDatabase).run(sam, async (em) => {
      const query = jest.spyOn((await em.queryRunner?.connect()) as Client, 'query');
      const resolved = await directory.resolveAssignees(em, names);
      expect(query).toHaveBeenCalledTimes(1);
      await expect(directory.resolveAssignees(em, {})).resolves.toEqual({
        users: new Map(),
        groups: new Map(),
      });
      expect(query).toHaveBeenCalledTimes(1);
      return resolved;
    });
    expect([...found.users.keys()]).toEqual(names.users);
    expect(found.users.get(sam.principal.id)).toEqual(found.users.get('sam@demo.test'));
    expect(found.groups.get('support-l1')).toEqual({ ...samsGroup, strategy: 'manual', hasMembers: true });
  });

  it('names the first that it does not know', async () => {
    const resolve = (users: string[], groups: string[]) =>
      parts.services.get(TenantDatabase).run(sam, (em) => directory.resolveAssignees(em, { users, groups }));
    await expect(resolve(['sam@demo.test', 'who@demo.test'], ['what'])).rejects.toMatchObject({
      details: { user: 'who@demo.test' },
    });
    await expect(resolve(['sam@demo.test'], ['what'])).rejects.toMatchObject(UNKNOWN_GROUP);
  });

  it('tells names of users and service principals, of its own tenant only', async () => {
    const [bot] = await parts.services
      .get(TenantDatabase)
      .run(olga, (em) => queryRows<{ id: string }>(em, 'SELECT id FROM service_principals'));
    const ids = [sam.principal.id, olgaUser.id, bot?.id ?? '', 'system'];
    const names = (ctx: TenantContext) => directory.displayNames(ctx, ids);
    expect([...(await names(sam)).values()]).toEqual(['Sam Okafor']);
    expect([...(await names(olga)).values()].sort()).toEqual(['Olga Petrova', 'support-bot']);
    const nameOf = (id: string) =>
      parts.services.get(TenantDatabase).run(sam, (em) => directory.nameOf(em, id));
    await expect(nameOf(sam.principal.id)).resolves.toMatchObject({ displayName: 'Sam Okafor' });
    await expect(nameOf(olgaUser.id)).resolves.toMatchObject({ displayName: 'Somebody else' });
  });

  it('lists the groups of a user and the members of a group', async () => {
    const lee = await directory.resolveUser(sam, 'lee@demo.test');
    await expect(directory.groupsOf(sam, lee.id)).resolves.toEqual([{ ...samsGroup, role: 'supervisor' }]);
    await expect(directory.groupsOf(sam, 'system')).resolves.toEqual([]);
    const members = await directory.membersOf(sam, 'support-l1');
    expect(members.map((member) => [member.email, member.groupRole])).toEqual([
      ['lee@demo.test', 'supervisor'],
      ['sam@demo.test', 'member'],
    ]);
  });

  it('asks for the scope directory:read before it lists anybody', async () => {
    const ctx = testContext({ tenantId: sam.tenantId, scopes: ['tasks:read'] });
    await expect(directory.groupsOf(ctx, sam.principal.id)).rejects.toMatchObject({
      code: 'auth.missing_scope',
    });
    await expect(directory.membersOf(ctx, 'support-l1')).rejects.toMatchObject({
      code: 'auth.missing_scope',
    });
  });

  it("knows nothing of another tenant's people and groups", async () => {
    expect(olgasGroup.id).not.toBe(samsGroup.id);
    await expect(directory.findUsers(sam, [olgaUser.id])).resolves.toEqual([]);
    await expect(directory.findGroups(sam, [olgasGroup.id])).resolves.toEqual([]);
    await expect(directory.resolveUser(sam, olgaUser.id)).rejects.toMatchObject(UNKNOWN_USER);
    await expect(directory.resolveUser(sam, olgaUser.email)).rejects.toMatchObject(UNKNOWN_USER);
    await expect(directory.resolveGroup(sam, olgasGroup.id)).rejects.toMatchObject(UNKNOWN_GROUP);
    await expect(directory.groupsOf(sam, olgaUser.id)).resolves.toEqual([]);
    await expect(directory.membersOf(sam, olgasGroup.id)).rejects.toMatchObject(UNKNOWN_GROUP);
    const theirs = await directory.membersOf(olga, 'support-l1');
    expect(theirs.map((member) => member.email)).toEqual(['olga@other.test']);
  });

  it('tells each tenant about itself', async () => {
    await expect(directory.tenant(sam)).resolves.toEqual({
      id: sam.tenantId,
      slug: 'demo',
      name: 'Demo Company',
      accentColor: null,
      logoVersion: null,
    });
    await expect(directory.tenant(olga)).resolves.toMatchObject({ slug: 'other' });
  });
});
