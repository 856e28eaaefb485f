import { Clock, DomainError, TenantDatabase } from '@orkestra/core';
import { asAdmin } from '../../../../test/harness';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { TenancyModule } from '../tenancy.module';
import type { Principal } from '../tenant-context';
import { testContext } from '../testing';
import { AbsencesService, type PlanAbsence } from './absences.service';
import { substituteOf } from './substitutes.queries';

const A = '00000000-0000-7000-8000-00000000000a';
const B = '00000000-0000-7000-8000-00000000000b';
const GROUP = '00000000-0000-7000-8000-000000000011';
const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const email = (number: number) => `user-${number}@a.test`;
const day = (number: number) => new Date(Date.UTC(2026, 5, number));
const NOW = day(1);

const admin = testContext({ tenantId: A, principal: { id: id(99), role: 'admin' } });
const user = (number: number, more: Partial<Principal> = {}) =>
  testContext({ tenantId: A, principal: { id: id(number), ...more } });
const stranger = testContext({ tenantId: B, principal: { role: 'admin' } });

let parts: TestServices;
let absences: AbsencesService;

beforeAll(async () => {
  parts = await startServices([TenancyModule]);
  absences = parts.services.get(AbsencesService);
  jest.spyOn(parts.services.get(Clock), 'now').mockReturnValue(NOW);
  const users = Array.from({ length: 30 }, (_, index) => index + 1)
    .map((number) => `('${A}', '${id(number)}', '${email(number)}', 'User ${number}')`)
    .join();
  await sql(`INSERT INTO tenants (id, slug, name) VALUES ('${A}', 'a', 'A'), ('${B}', 'b', 'B');
    INSERT INTO users (tenant_id, id, email, display_name) VALUES ${users};
    INSERT INTO groups (tenant_id, id, key, name) VALUES ('${A}', '${GROUP}', 'support', 'Support');
    INSERT INTO group_members (tenant_id, group_id, user_id) VALUES ('${A}', '${GROUP}', '${id(1)}')`);
});
beforeEach(() => sql('DELETE FROM absences'));
afterAll(() => parts.close());

async function sql(text: string): Promise<{ rows: unknown[] }> {
  return asAdmin((client) => client.query(text), parts.database.adminUrl);
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'no error',
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );
}

const plan = (given: Partial<PlanAbsence>, ctx = admin) =>
  absences.plan(ctx, { from: day(10), until: day(20), ...given });
/** 1 is away for 2, 2 for 3, and so on. */
const row = async (from: number, to: number) => {
  for (let number = from; number < to; number++)
    await plan({ user: email(number), substitute: email(number + 1) });
};
const standIn = (userId: string, at: Date, excluded: string[] = []) =>
  parts.services.get(TenantDatabase).run(admin, (em) => substituteOf(em, A, userId, at, excluded));

describe('plan', () => {
  it('is for the person themselves, and an admin', async () => {
    const own = await plan({ substitute: email(2) }, user(1));
    expect(own).toMatchObject({ userId: id(1), substituteId: id(2), from: day(10), until: day(20) });
    await expect(absences.list(user(1))).resolves.toEqual([own]);
    const adminMade = await plan({ user: email(3) });
    expect(adminMade).toMatchObject({ userId: id(3), substituteId: null });
    expect(await codeOf(plan({ user: email(4) }, user(1)))).toBe('absence.forbidden');
    const bot = testContext({ tenantId: A, principal: { kind: 'service', id: id(77) } });
    expect(await codeOf(plan({}, bot))).toBe('directory.unknown_user');
    expect(await codeOf(plan({ user: email(4) }, bot))).toBe('absence.forbidden');
  });

  it.each([
    [{ until: day(10) }, 'absence.invalid', '/until'],
    [{ from: day(-9), until: day(0) }, 'absence.invalid', '/until'],
    [{ until: day(800) }, 'absence.invalid', '/until'],
    [{ from: new Date(Number.NaN) }, 'absence.invalid', '/from'],
    [{ substitute: email(1) }, 'absence.invalid', '/substitute'],
    [{ substitute: 'nobody@a.test' }, 'directory.unknown_user', undefined],
    [{ user: 'nobody@a.test' }, 'directory.unknown_user', undefined],
  ])('refuses %j and writes nothing', async (given, code, pointer) => {
    const refused = plan({ user: email(1), ...given });
    await expect(refused).rejects.toMatchObject({
      code,
      ...(pointer === undefined ? {} : { details: { fields: [expect.objectContaining({ pointer })] } }),
    });
    expect((await sql('SELECT FROM absences')).rows).toEqual([]);
  });

  it('takes one that has begun, and one that begins when the other ends', async () => {
    await plan({ user: email(1), from: day(-5), until: day(10) });
    await plan({ user: email(1) });
    expect(await codeOf(plan({ user: email(1), from: day(19), until: day(30) }))).toBe('absence.overlap');
    expect(await absences.list(admin, email(1))).toHaveLength(2);
  });

  it('holds fifty ahead', async () => {
    for (let number = 0; number < 50; number++) {
      await plan({ user: email(1), from: day(10 + number), until: day(11 + number) });
    }
    expect(await codeOf(plan({ user: email(1), from: day(90), until: day(91) }))).toBe('absence.too_many');
  });

  it('refuses a circle of substitutes, and a row of more than five, at either end', async () => {
    await row(1, 6);
    expect(await codeOf(plan({ user: email(6), substitute: email(1) }))).toBe('absence.circle');
    expect(await codeOf(plan({ user: email(6), substitute: email(7) }))).toBe('absence.chain_too_long');
    expect(await codeOf(plan({ user: email(7), substitute: email(1) }))).toBe('absence.chain_too_long');
    await plan({ user: email(6), substitute: email(1), from: day(20), until: day(30) });
    await plan({ user: email(6) });
    await plan({ user: email(8), substitute: email(2) });
  });

  it('refuses a circle also when both halves are planned at once', async () => {
    for (let number = 1; number < 20; number += 2) {
      const codes = await Promise.all([
        codeOf(plan({ user: email(number), substitute: email(number + 1) })),
        codeOf(plan({ user: email(number + 1), substitute: email(number) })),
      ]);
      expect(codes.sort()).toEqual(['absence.circle', 'no error']);
    }
  });
});

describe('list and remove', () => {
  it('are for the person, an admin, and to look at for supervisors of their groups', async () => {
    const { id: planned } = await plan({ user: email(1) });
    const groups = [{ id: GROUP, key: 'support', role: 'supervisor' as const }];
    const supervisor = user(9, { groups });
    expect(await absences.list(supervisor, email(1))).toHaveLength(1);
    expect(await codeOf(absences.list(supervisor, email(2)))).toBe('absence.forbidden');
    expect(
      await codeOf(absences.list(user(9, { groups: [{ ...groups[0]!, role: 'member' }] }), email(1))),
    ).toBe('absence.forbidden');
    expect(await codeOf(absences.remove(supervisor, planned))).toBe('absence.forbidden');
    expect(await codeOf(absences.remove(user(2), planned))).toBe('absence.not_found');
    expect(await codeOf(absences.remove(admin, 'x'))).toBe('absence.not_found');
    await absences.remove(user(1), planned);
    expect(await codeOf(absences.remove(user(1), planned))).toBe('absence.not_found');
    await absences.remove(admin, (await plan({ user: email(1) })).id);
    expect(await absences.list(user(1))).toEqual([]);
  });

  it('leave out what is over', async () => {
    await plan({ user: email(1), until: day(11) });
    jest.mocked(parts.services.get(Clock).now).mockReturnValueOnce(day(11));
    expect(await absences.list(user(1))).toEqual([]);
  });

  it("know nothing of another tenant's people", async () => {
    const { id: planned } = await plan({ user: email(1) });
    expect(await codeOf(absences.remove(stranger, planned))).toBe('absence.not_found');
    expect(await codeOf(absences.list(stranger, email(1)))).toBe('directory.unknown_user');
    expect(await codeOf(absences.plan(stranger, { user: id(1), from: day(10), until: day(20) }))).toBe(
      'directory.unknown_user',
    );
  });
});

describe('substituteOf', () => {
  it('finds the first of the row who is there, at that moment', async () => {
    await row(1, 4);
    expect(await standIn(id(1), day(9))).toEqual({ absent: false, substituteId: null });
    expect(await standIn(id(1), day(10))).toEqual({ absent: true, substituteId: id(4) });
    expect(await standIn(id(3), day(19))).toEqual({ absent: true, substituteId: id(4) });
    expect(await standIn(id(1), day(20))).toEqual({ absent: false, substituteId: null });
    expect(await standIn(id(1), day(10), [id(4)])).toEqual({ absent: true, substituteId: null });
    expect(await standIn(id(1), day(10), [id(2)])).toEqual({ absent: true, substituteId: id(4) });
  });

  it('finds nobody where the row ends in an absence, or in somebody who has left', async () => {
    await row(11, 13);
    await plan({ user: email(13) });
    expect(await standIn(id(11), day(10))).toEqual({ absent: true, substituteId: null });
    await plan({ user: email(14), substitute: email(15) });
    await sql(`UPDATE users SET active = false WHERE id = '${id(15)}'`);
    expect(await standIn(id(14), day(10))).toEqual({ absent: true, substituteId: null });
    expect(await standIn(id(500), day(10))).toEqual({ absent: false, substituteId: null });
  });

  it('ends also where a circle, or too long a row, was written past the check', async () => {
    const past = (
      from: number,
      to: number,
    ) => `('${A}', '${id(1_000 + from)}', '${id(from)}', '${day(10).toISOString()}',
      '${day(20).toISOString()}', '${id(to)}', 'system', 'system', now())`;
    const rows = [
      past(1, 2),
      past(2, 1),
      ...[20, 21, 22, 23, 24, 25].map((number) => past(number, number + 1)),
    ];
    await sql(`INSERT INTO absences (tenant_id, id, user_id, starts_at, ends_at, substitute_id, created_by_kind,
      created_by_id, created_at) VALUES ${rows.join()}`);
    expect(await standIn(id(1), day(10))).toEqual({ absent: true, substituteId: null });
    expect(await standIn(id(20), day(10))).toEqual({ absent: true, substituteId: null });
    expect(await standIn(id(21), day(10))).toEqual({ absent: true, substituteId: id(26) });
  });
});
