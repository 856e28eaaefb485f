import { TenantDatabase } from '@orkestra/core';
import { asAdmin } from '../../../../test/harness';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { TenancyModule } from '../tenancy.module';
import { testContext } from '../testing';
import { DEFAULT_CALENDAR } from './business-calendar';
import { CalendarsService } from './calendars.service';
import { ZoneData } from './zone-data.service';

const A = '00000000-0000-7000-8000-00000000000a';
const B = '00000000-0000-7000-8000-00000000000b';
const L1 = '00000000-0000-7000-8000-000000000011';
const L2 = '00000000-0000-7000-8000-000000000012';

const admin = testContext({ tenantId: A, principal: { role: 'admin' } });
const member = testContext({ tenantId: A });
const stranger = testContext({ tenantId: B, principal: { role: 'admin' } });
const berlin = {
  key: 'berlin',
  name: 'Berlin office',
  zone: 'Europe/Berlin',
  hours: { monday: [{ from: '08:00', to: '16:00' }] },
  holidays: { country: 'DE', state: 'BE' },
  closedDates: ['2026-12-24'],
  openDates: [{ date: '2026-12-27', hours: [{ from: '10:00', to: '24:00' }] }],
};
const plain = { zone: 'Asia/Kolkata', hours: { friday: [{ from: '00:00', to: '24:00' }] } };

describe('CalendarsService', () => {
  let parts: TestServices;
  let calendars: CalendarsService;

  beforeAll(async () => {
    parts = await startServices([TenancyModule]);
    calendars = parts.services.get(CalendarsService);
    await sql(`INSERT INTO tenants (id, slug, name) VALUES ('${A}', 'a', 'A'), ('${B}', 'b', 'B');
      INSERT INTO groups (tenant_id, id, key, name) VALUES
        ('${A}', '${L1}', 'support-l1', 'L1'), ('${A}', '${L2}', 'support-l2', 'L2')`);
  });
  afterAll(() => parts.close());

  const sql = (text: string) => asAdmin((client) => client.query(text), parts.database.adminUrl);
  const zoneFor = async (groupId: string | null) =>
    parts.services
      .get(TenantDatabase)
      .run(member, async (em) => (await calendars.calendarFor(em, A, groupId)).zone);
  const keys = async (ctx = member) => (await calendars.list(ctx)).map(({ key }) => key);

  it('keeps a calendar as it was checked, and changes it by its key', async () => {
    const made = await calendars.put(admin, berlin);
    expect(made).toMatchObject({ ...berlin, hours: { ...berlin.hours, sunday: [] }, isDefault: false });
    await expect(calendars.get(member, 'berlin')).resolves.toEqual(made);
    const changed = await calendars.put(admin, { key: 'berlin', name: 'Berlin', ...plain });
    expect(changed).toMatchObject({
      name: 'Berlin',
      ...plain,
      hours: plain.hours,
      holidays: null,
      closedDates: [],
    });
    expect(await keys()).toEqual(['berlin']);
    await calendars.put(admin, berlin);
  });

  it('lets tenant admins change calendars, and whoever may read the directory see them', async () => {
    const adminOnly = { code: 'auth.role_forbids' };
    await expect(calendars.put(member, berlin)).rejects.toMatchObject(adminOnly);
    await expect(calendars.remove(member, 'berlin')).rejects.toMatchObject(adminOnly);
    await expect(calendars.setDefault(member, 'berlin')).rejects.toMatchObject(adminOnly);
    const blind = testContext({ tenantId: A, scopes: ['tasks:read'] });
    await expect(calendars.list(blind)).rejects.toMatchObject({ code: 'auth.missing_scope' });
  });

  it.each([
    [{ ...berlin, key: 'Berlin!' }, '/key'],
    [{ ...berlin, name: ' ' }, '/name'],
    [{ ...berlin, zone: 'Mars/Base' }, '/zone'],
    [{ ...berlin, hours: {} }, '/hours'],
  ])('writes nothing of a wrong one', async (wrong, pointer) => {
    const before = await calendars.list(member);
    await expect(calendars.put(admin, wrong)).rejects.toMatchObject({
      code: 'calendar.invalid',
      details: { fields: [expect.objectContaining({ pointer })] },
    });
    expect(await calendars.list(member)).toEqual(before);
  });

  it("counts the group's calendar, else the tenant's, else Monday to Friday, 9 to 17 UTC", async () => {
    await calendars.put(admin, { key: 'india', name: 'India', ...plain });
    expect([await zoneFor(L1), await zoneFor(null)]).toEqual(['UTC', 'UTC']);
    const standard = await parts.services
      .get(TenantDatabase)
      .run(member, (em) => calendars.calendarFor(em, A, L1));
    expect(standard).toEqual(DEFAULT_CALENDAR);
    await calendars.setDefault(admin, 'india');
    await sql(`UPDATE groups SET calendar_key = 'berlin' WHERE id = '${L1}'`);
    expect([await zoneFor(L1), await zoneFor(L2), await zoneFor(null)]).toEqual([
      'Europe/Berlin',
      'Asia/Kolkata',
      'Asia/Kolkata',
    ]);
    expect((await calendars.get(member, 'india')).isDefault).toBe(true);
  });

  it('removes a calendar that nobody goes by', async () => {
    const inUse = { code: 'calendar.in_use' };
    await expect(calendars.remove(admin, 'india')).rejects.toMatchObject({
      ...inUse,
      details: { users: ['the whole tenant'] },
    });
    await expect(calendars.remove(admin, 'berlin')).rejects.toMatchObject({
      ...inUse,
      details: { users: [expect.stringMatching(/^the group ".+"$/)] },
    });
    await calendars.setDefault(admin, null);
    await calendars.remove(admin, 'india');
    expect(await keys()).toEqual(['berlin']);
    expect(await zoneFor(L2)).toBe('UTC');
    for (const key of ['india', 'a\0b']) {
      await expect(calendars.remove(admin, key)).rejects.toMatchObject({ code: 'calendar.unknown' });
      await expect(calendars.setDefault(admin, key)).rejects.toMatchObject({ code: 'calendar.unknown' });
    }
  });

  it("knows nothing of another tenant's calendars", async () => {
    expect(await keys(stranger)).toEqual([]);
    await expect(calendars.get(stranger, 'berlin')).rejects.toMatchObject({ code: 'calendar.unknown' });
    await expect(calendars.setDefault(stranger, 'berlin')).rejects.toMatchObject({
      code: 'calendar.unknown',
    });
    await calendars.put(stranger, { ...berlin, zone: 'UTC' });
    expect((await calendars.get(member, 'berlin')).zone).toBe('Europe/Berlin');
  });

  it('holds a hundred calendars', async () => {
    for (let index = 2; index <= 100; index++) await calendars.put(stranger, { ...berlin, key: `c${index}` });
    await expect(calendars.put(stranger, { ...berlin, key: 'one-more' })).rejects.toMatchObject({
      code: 'calendar.too_many',
    });
    await calendars.put(stranger, { ...berlin, key: 'c2', name: 'Changed' });
  });

  it('lists where there are holidays', () => {
    expect(calendars.holidayPlaces(member, {})).toContainEqual({ code: 'DE', name: 'Germany' });
    expect(calendars.holidayPlaces(member, { country: 'DE' })).toContainEqual({
      code: 'BY',
      name: 'Bayern',
    });
    expect(calendars.holidayPlaces(member, { country: 'DE', state: 'BY' }).map(({ code }) => code)).toContain(
      'A',
    );
    expect(calendars.holidayPlaces(member, { country: 'XX' })).toEqual([]);
  });

  it('says for which zones Node and Postgres know different times, and nothing of those that agree', async () => {
    await sql(`UPDATE business_calendars c SET zone = n.zone
      FROM (SELECT tenant_id, key, row_number() OVER (ORDER BY key) AS n FROM business_calendars) r
      JOIN (VALUES (1, 'America/Vancouver'), (2, 'Asia/Kolkata')) AS n (n, zone) ON n.n = r.n
      WHERE c.tenant_id = r.tenant_id AND c.key = r.key`);
    const differences = await parts.services.get(ZoneData).differences();
    expect(differences.filter(({ zone }) => zone === 'Asia/Kolkata')).toEqual([]);
    // Whether the data on this machine differ shows at any winter's day: British Columbia has no winter time any more.
    const winter = await sql(
      `SELECT extract(hour FROM timestamptz '2027-01-15 12:00Z' AT TIME ZONE 'America/Vancouver') AS h`,
    );
    const ofPostgres = Number((winter.rows[0] as { h: string }).h);
    const ofNode = Number(
      new Intl.DateTimeFormat('en', {
        timeZone: 'America/Vancouver',
        hour: 'numeric',
        hourCycle: 'h23',
      }).format(new Date('2027-01-15T12:00:00Z')),
    );
    const [vancouver] = differences.filter(({ zone }) => zone === 'America/Vancouver');
    if (ofPostgres === ofNode) return expect(vancouver).toBeUndefined();
    expect(vancouver).toEqual({
      zone: 'America/Vancouver',
      day: expect.stringMatching(/^202\d-\d\d-\d\d$/) as string,
      node: ofNode === 4 ? '-08:00' : '-07:00',
      postgres: ofPostgres === 4 ? '-08:00' : '-07:00',
    });
  });
});
