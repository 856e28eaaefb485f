import { Clock, DomainError, type Page } from '@orkestra/core';
import { asAdmin } from '../../../../test/harness';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { AbsencesService } from '../absences/absences.service';
import { CalendarsService } from '../calendars/calendars.service';
import { TenancyModule } from '../tenancy.module';
import { testContext } from '../testing';
import type { GroupStrategy } from './directory-view';
import { GroupSettingsService } from './group-settings.service';
import { TenantSettingsService } from './tenant-settings.service';
import { UserSettingsService } from './user-settings.service';

const A = '00000000-0000-7000-8000-00000000000a';
const B = '00000000-0000-7000-8000-00000000000b';
const L1 = '00000000-0000-7000-8000-000000000011';
const L2 = '00000000-0000-7000-8000-000000000012';
const SAM = '00000000-0000-7000-8000-000000000051';
const MAX = '00000000-0000-7000-8000-000000000053';

const admin = testContext({ tenantId: A, principal: { role: 'admin' } });
const groups = [{ id: L1, key: 'support-l1', role: 'supervisor' as const }];
const lee = testContext({ tenantId: A, principal: { groups } });
const sam = testContext({
  tenantId: A,
  principal: { id: SAM, groups: [{ id: L1, key: 'support-l1', role: 'member' }] },
});
const stranger = testContext({ tenantId: B, principal: { role: 'admin' } });
const chain = [
  { action: 'notify', after: { milliseconds: 3_600_000 } },
  { action: 'reassign', after: { businessDays: 1 }, to: { group: 'support-l2' } },
];

let parts: TestServices;
let groupSettings: GroupSettingsService;
let userSettings: UserSettingsService;
let tenantSettings: TenantSettingsService;

beforeAll(async () => {
  parts = await startServices([TenancyModule]);
  groupSettings = parts.services.get(GroupSettingsService);
  userSettings = parts.services.get(UserSettingsService);
  tenantSettings = parts.services.get(TenantSettingsService);
  await asAdmin(
    (client) =>
      client.query(`INSERT INTO tenants (id, slug, name, settings) VALUES ('${A}', 'a', 'A', '{"timeToLiveMs": 5}'),
        ('${B}', 'b', 'B', '{}');
      INSERT INTO users (tenant_id, id, email, display_name) VALUES
        ('${A}', '${SAM}', 'sam@a.test', 'Sam'), ('${A}', '${MAX}', 'max@a.test', 'Max');
      INSERT INTO groups (tenant_id, id, key, name) VALUES
        ('${A}', '${L1}', 'support-l1', 'First line'), ('${A}', '${L2}', 'support-l2', 'Second line');
      INSERT INTO group_members (tenant_id, group_id, user_id) VALUES ('${A}', '${L1}', '${SAM}')`),
    parts.database.adminUrl,
  );
  await parts.services.get(CalendarsService).put(admin, {
    key: 'berlin',
    name: 'Berlin',
    zone: 'Europe/Berlin',
    hours: { monday: [{ from: '08:00', to: '16:00' }] },
  });
});
afterAll(() => parts.close());

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'no error',
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );
}

async function allPages<T>(list: (after: string | null) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  for (let after: string | null = null; ;) {
    const page = await list(after);
    items.push(...page.items);
    if (!page.hasNextPage) return items;
    after = page.endCursor;
  }
}

describe('GroupSettingsService', () => {
  it('starts with tasks in the queue and everything else of the tenant', async () => {
    await expect(groupSettings.get(sam, 'support-l1')).resolves.toEqual({
      group: { id: L1, key: 'support-l1', name: 'First line' },
      strategy: 'manual',
      calendarKey: null,
      escalationChain: null,
      mayChange: false,
    });
  });

  it('is changed by supervisors of the group and admins', async () => {
    expect(await groupSettings.setStrategy(lee, 'support-l1', 'least-loaded')).toMatchObject({
      strategy: 'least-loaded',
      mayChange: true,
    });
    expect(await groupSettings.setCalendar(admin, L1, 'berlin')).toMatchObject({ calendarKey: 'berlin' });
    expect(await groupSettings.setEscalationChain(lee, L1, chain)).toMatchObject({ escalationChain: chain });
    expect(await groupSettings.get(sam, L1)).toMatchObject({
      strategy: 'least-loaded',
      calendarKey: 'berlin',
    });
    expect(await groupSettings.setCalendar(lee, L1, null)).toMatchObject({ calendarKey: null });
    expect(await groupSettings.setEscalationChain(admin, L1, null)).toMatchObject({ escalationChain: null });
    for (const ctx of [sam, testContext({ tenantId: A, principal: { kind: 'service' } })]) {
      expect(await codeOf(groupSettings.setStrategy(ctx, L1, 'manual'))).toBe('directory.supervisor_only');
      expect(await codeOf(groupSettings.setCalendar(ctx, L1, null))).toBe('directory.supervisor_only');
      expect(await codeOf(groupSettings.setEscalationChain(ctx, L1, null))).toBe('directory.supervisor_only');
    }
    expect(await codeOf(groupSettings.setStrategy(lee, 'support-l2', 'manual'))).toBe(
      'directory.supervisor_only',
    );
  });

  it('refuses what does not exist, and writes nothing of it', async () => {
    const before = await groupSettings.get(sam, L1);
    const to = (target: object) => [{ action: 'reassign', after: { businessDays: 1 }, to: target }];
    const refused = [
      groupSettings.setCalendar(lee, L1, 'paris'),
      groupSettings.setEscalationChain(lee, L1, to({ group: 'nobody' })),
      groupSettings.setEscalationChain(lee, L1, to({ user: 'nobody@a.test' })),
      groupSettings.setEscalationChain(lee, L1, [{ action: 'notify', after: { businessDays: 2 } }, ...chain]),
      groupSettings.setStrategy(lee, 'nobody', 'manual'),
    ];
    expect(await Promise.all(refused.map(codeOf))).toEqual([
      'calendar.unknown',
      'directory.unknown_group',
      'directory.unknown_user',
      'directory.invalid_chain',
      'directory.unknown_group',
    ]);
    expect(await codeOf(groupSettings.setStrategy(lee, L1, 'random' as GroupStrategy))).not.toBe('no error');
    expect(await groupSettings.get(sam, L1)).toEqual(before);
  });

  it('lists the groups in pages, and those of the tenant alone', async () => {
    const all = await allPages((after) => groupSettings.list(lee, { first: 1, after }));
    expect(all.map(({ group, mayChange }) => [group.key, mayChange])).toEqual([
      ['support-l1', true],
      ['support-l2', false],
    ]);
    expect((await groupSettings.list(stranger, {})).items).toEqual([]);
    expect(await codeOf(groupSettings.setStrategy(stranger, L1, 'manual'))).toBe('directory.unknown_group');
    const blind = testContext({ tenantId: A, scopes: [] });
    expect(await codeOf(groupSettings.list(blind, {}))).toBe('auth.missing_scope');
    expect(await codeOf(groupSettings.get(blind, L1))).toBe('auth.missing_scope');
  });
});

describe('TenantSettingsService', () => {
  it('keeps the chain beside the other settings, and takes it away again', async () => {
    const settings = () =>
      asAdmin(
        async (client) =>
          (await client.query<{ settings: object }>(`SELECT settings FROM tenants WHERE id = '${A}'`)).rows[0]
            ?.settings,
        parts.database.adminUrl,
      );
    expect(await tenantSettings.get(sam)).toEqual({
      calendarKey: null,
      escalationChain: null,
      timeToLiveMs: 5,
      selfApproval: 'forbid',
    });
    await tenantSettings.setEscalationChain(admin, chain);
    expect(await tenantSettings.get(sam)).toMatchObject({ escalationChain: chain });
    expect(await tenantSettings.get(stranger)).toMatchObject({ escalationChain: null });
    expect(await settings()).toEqual({ timeToLiveMs: 5, escalationChain: chain });
    await tenantSettings.setEscalationChain(admin, null);
    expect(await settings()).toEqual({ timeToLiveMs: 5 });
  });

  it('are, for tenants, how long a task lives', async () => {
    const week = 7 * 24 * 3_600_000;
    await tenantSettings.setTimeToLive(admin, week);
    expect(await tenantSettings.get(sam)).toMatchObject({ timeToLiveMs: week, escalationChain: null });
    expect(await tenantSettings.get(stranger)).toMatchObject({ timeToLiveMs: null });
    for (const wrong of [0, 59_999, 1e12, Number.NaN, 60_000.5]) {
      expect(await codeOf(tenantSettings.setTimeToLive(admin, wrong))).toBe('tenant.invalid_setting');
    }
    expect(await codeOf(tenantSettings.setTimeToLive(lee, week))).toBe('auth.role_forbids');
    await tenantSettings.setTimeToLive(admin, null);
    expect(await tenantSettings.get(sam)).toMatchObject({ timeToLiveMs: null });
  });

  it('is changed by admins, to what exists', async () => {
    expect(await codeOf(tenantSettings.setEscalationChain(lee, chain))).toBe('auth.role_forbids');
    expect(await codeOf(tenantSettings.setEscalationChain(stranger, chain))).toBe('directory.unknown_group');
    expect(await codeOf(tenantSettings.setEscalationChain(admin, [{ action: 'notify' }]))).toBe(
      'directory.invalid_chain',
    );
  });
});

describe('UserSettingsService', () => {
  it('keeps skills in small letters, each once, in the place of the earlier', async () => {
    expect(await userSettings.setSkills(admin, 'sam@a.test', [' German', 'refunds', 'GERMAN'])).toMatchObject(
      {
        skills: ['german', 'refunds'],
      },
    );
    expect(await userSettings.setSkills(lee, SAM, ['refunds', 'french'])).toMatchObject({
      skills: ['french', 'refunds'],
    });
    expect(await userSettings.setSkills(lee, SAM, [])).toMatchObject({ skills: [] });
  });

  it('keeps a capacity, or none', async () => {
    expect(await userSettings.get(sam, SAM)).toMatchObject({ capacity: null, absence: null });
    expect(await userSettings.setCapacity(lee, SAM, 0)).toMatchObject({ capacity: 0 });
    expect(await userSettings.setCapacity(admin, SAM, null)).toMatchObject({ capacity: null });
  });

  it('refuses others than admins and supervisors of the person, and what makes no sense', async () => {
    const refused = [
      userSettings.setSkills(sam, SAM, ['flying']),
      userSettings.setCapacity(sam, SAM, 1),
      userSettings.setSkills(lee, MAX, []),
      userSettings.setSkills(admin, 'nobody@a.test', []),
      userSettings.setSkills(stranger, SAM, []),
      userSettings.setSkills(admin, SAM, ['']),
      userSettings.setSkills(admin, SAM, ['a\0b']),
      userSettings.setSkills(
        admin,
        SAM,
        Array.from({ length: 51 }, (_, index) => `skill ${index}`),
      ),
      userSettings.setCapacity(admin, SAM, -1),
      userSettings.setCapacity(admin, SAM, 1.5),
      userSettings.setCapacity(admin, SAM, 10_001),
    ];
    expect(await Promise.all(refused.map(codeOf))).toEqual([
      'directory.supervisor_only',
      'directory.supervisor_only',
      'directory.supervisor_only',
      'directory.unknown_user',
      'directory.unknown_user',
      ...Array<string>(6).fill('directory.invalid_setting'),
    ]);
    expect(await userSettings.get(sam, SAM)).toMatchObject({ skills: [], capacity: null });
  });

  it('lists the people of the tenant or of a group in pages, with who is away', async () => {
    const now = parts.services.get(Clock).now().getTime();
    const until = new Date(now + 3_600_000);
    await parts.services
      .get(AbsencesService)
      .plan(sam, { from: new Date(now - 1_000), until, substitute: 'max@a.test' });
    const all = await allPages((after) => userSettings.list(sam, null, { first: 1, after }));
    expect(all.map(({ user, absence }) => [user.email, absence])).toEqual([
      ['max@a.test', null],
      ['sam@a.test', { until, substituteId: MAX }],
    ]);
    expect((await userSettings.list(sam, 'support-l1', {})).items.map(({ user }) => user.id)).toEqual([SAM]);
    expect((await userSettings.list(stranger, null, {})).items).toEqual([]);
    expect(await codeOf(userSettings.list(stranger, 'support-l1', {}))).toBe('directory.unknown_group');
    expect(await codeOf(userSettings.list(testContext({ tenantId: A, scopes: [] }), null, {}))).toBe(
      'auth.missing_scope',
    );
  });
});
