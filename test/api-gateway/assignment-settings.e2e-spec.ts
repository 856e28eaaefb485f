import { type ApiClient, GraphQLRequestError, type Json, startSystem, type TestSystem } from '../harness';

const DAY = 24 * 3_600_000;
const HOURS = '{ monday { from to } sunday { from to } }';
const CALENDAR = `key name zone isDefault closedDates hours ${HOURS} holidays { country state region }
  openDates { date hours { from to } }`;
const SETTINGS = `group { key } strategy calendarKey mayChange
  escalationChain { action after { milliseconds calendar businessDays } fromDueMs to { user group } ifUnclaimed message }`;
const ABSENCE = 'id from until user { email } substitute { email }';

describe('Calendars, groups, skills, capacity and absences over GraphQL', () => {
  let system: TestSystem;
  let ada: ApiClient;
  let lee: ApiClient;
  let sam: ApiClient;
  let olga: ApiClient;

  beforeAll(async () => {
    system = await startSystem({ processes: ['gateway'] });
    [ada, lee, sam, olga] = await Promise.all([
      system.person('ada@demo.test'),
      system.person('lee@demo.test'),
      system.person('sam@demo.test'),
      system.person('olga@other.test'),
    ]);
  });
  afterAll(() => system?.stop());

  const mutate = async (who: ApiClient, name: string, input: object, selection: string) => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const data = await who.graphql(
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} } }`,
      { input },
    );
    return data[name] as Json;
  };
  const reasonOf = async (work: Promise<unknown>) => {
    const error: unknown = await work.then(
      () => 'no error',
      (failure: unknown) => failure,
    );
    return error instanceof GraphQLRequestError ? error.errors[0]?.extensions?.['reason'] : error;
  };

  const india = {
    key: 'india',
    name: 'Pune office',
    zone: 'Asia/Kolkata',
    hours: { monday: [{ from: '09:30', to: '18:00' }], tuesday: null },
    holidays: { country: 'IN', state: null },
    closedDates: ['2026-11-09'],
    openDates: [{ date: '2026-11-08', hours: [{ from: '10:00', to: '24:00' }] }],
  };

  test('an admin keeps calendars, and one of them for the whole tenant', async () => {
    const { calendar } = await mutate(ada, 'putBusinessCalendar', india, `calendar { ${CALENDAR} }`);
    expect(calendar).toEqual({
      ...india,
      isDefault: false,
      hours: { monday: india.hours.monday, sunday: [] },
      holidays: { country: 'IN', state: null, region: null },
    });
    const { settings } = await mutate(
      ada,
      'setDefaultCalendar',
      { key: 'india' },
      'settings { calendarKey }',
    );
    expect(settings).toEqual({ calendarKey: 'india' });
    const seen =
      await sam.graphql(`{ businessCalendars { key isDefault } businessCalendar(key: "india") { name }
      holidayPlaces(country: "DE") { code name } tenantSettings { calendarKey } }`);
    expect(seen).toMatchObject({
      businessCalendars: [
        { key: 'india', isDefault: true },
        { key: 'office', isDefault: false },
        { key: 'support', isDefault: false },
      ],
      businessCalendar: { name: 'Pune office' },
      tenantSettings: { calendarKey: 'india' },
    });
    expect(seen['holidayPlaces']).toContainEqual({ code: 'BE', name: 'Berlin' });
    expect(await reasonOf(mutate(ada, 'removeBusinessCalendar', { key: 'india' }, 'removedKey'))).toBe(
      'calendar.in_use',
    );
    await mutate(ada, 'setDefaultCalendar', { key: null }, 'settings { calendarKey }');
    expect(await mutate(ada, 'removeBusinessCalendar', { key: 'india' }, 'removedKey')).toEqual({
      removedKey: 'india',
    });
  });

  test('a wrong calendar is refused by field, and others than admins are', async () => {
    const wrong = { ...india, hours: { monday: [{ from: '18:00', to: '9' }] } };
    const refused = mutate(ada, 'putBusinessCalendar', wrong, 'calendar { key }');
    await expect(refused).rejects.toMatchObject({
      errors: [
        {
          extensions: {
            code: 'BAD_USER_INPUT',
            reason: 'calendar.invalid',
            details: { fields: [expect.objectContaining({ pointer: '/hours/monday/0/to' })] },
          },
        },
      ],
    });
    expect(await reasonOf(mutate(lee, 'putBusinessCalendar', india, 'calendar { key }'))).toBe(
      'auth.role_forbids',
    );
    expect(await reasonOf(mutate(lee, 'setDefaultCalendar', {}, 'settings { calendarKey }'))).toBe(
      'auth.role_forbids',
    );
    expect(await reasonOf(olga.graphql('{ businessCalendar(key: "office") { key } }'))).toBe(
      'calendar.unknown',
    );
  });

  test('a supervisor says how the group hands out tasks, when it works and what follows', async () => {
    const chain = [
      {
        action: 'NOTIFY',
        after: { milliseconds: 30 * DAY, calendar: false },
        ifUnclaimed: true,
        message: 'Late',
      },
      { action: 'REASSIGN', after: { businessDays: 25 }, to: { group: 'support-l2', user: null } },
    ];
    const group = 'support-l1';
    await mutate(lee, 'setGroupStrategy', { group, strategy: 'ROUND_ROBIN' }, `settings { ${SETTINGS} }`);
    await mutate(lee, 'setGroupCalendar', { group, calendarKey: 'office' }, `settings { ${SETTINGS} }`);
    const { settings } = await mutate(
      lee,
      'setGroupEscalationChain',
      { group, chain },
      `settings { ${SETTINGS} }`,
    );
    expect(settings).toMatchObject({
      group: { key: group },
      strategy: 'ROUND_ROBIN',
      calendarKey: 'office',
      mayChange: true,
      escalationChain: chain,
    });
    const { groups } = await sam.graphql(`{ groups(first: 5) { edges { node { ${SETTINGS} } } } }`);
    const nodes = (groups.edges as { node: Json }[]).map(({ node }) => node);
    expect(nodes).toMatchObject([
      { group: { key: 'support-l1' }, strategy: 'ROUND_ROBIN', mayChange: false },
      { group: { key: 'support-l2' }, strategy: 'MANUAL', mayChange: false },
    ]);
    const { group: l2 } = await lee.graphql(`{ group(group: "support-l2") { ${SETTINGS} } }`);
    expect(l2).toMatchObject({ escalationChain: null, mayChange: false });
    const manual = { group: 'support-l2', strategy: 'MANUAL' };
    expect(await reasonOf(mutate(lee, 'setGroupStrategy', manual, 'settings { strategy }'))).toBe(
      'directory.supervisor_only',
    );
    const wrong = {
      group,
      chain: chain.toReversed().map((step) => ({ ...step, after: { businessDays: -1 } })),
    };
    expect(await reasonOf(mutate(lee, 'setGroupEscalationChain', wrong, 'settings { strategy }'))).toBe(
      'directory.invalid_chain',
    );
    const forAll = { chain: [{ action: 'EXPIRE', fromDueMs: DAY }] };
    const answer = await mutate(
      ada,
      'setDefaultEscalationChain',
      forAll,
      'settings { escalationChain { fromDueMs } }',
    );
    expect(answer['settings']).toEqual({ escalationChain: [{ fromDueMs: DAY }] });
    await mutate(ada, 'setDefaultEscalationChain', {}, 'settings { calendarKey }');
    await mutate(lee, 'setGroupEscalationChain', { group }, 'settings { calendarKey }');
    expect(
      await lee.graphql(
        `{ tenantSettings { escalationChain { action } } group(group: "${group}") { escalationChain { action } } }`,
      ),
    ).toEqual({
      tenantSettings: { escalationChain: null },
      group: { escalationChain: null },
    });
  });

  test('skills, capacity and absences decide who gets a task', async () => {
    const user = 'sam@demo.test';
    const skills = ['Refunds', 'french'];
    await mutate(lee, 'setUserSkills', { user, skills }, 'settings { skills }');
    const set = await mutate(
      lee,
      'setUserCapacity',
      { user, capacity: 1 },
      'settings { skills capacity active }',
    );
    expect(set['settings']).toEqual({ skills: ['french', 'refunds'], capacity: 1, active: true });
    expect(await reasonOf(mutate(sam, 'setUserCapacity', { user }, 'settings { skills }'))).toBe(
      'directory.supervisor_only',
    );

    const spec = {
      title: 'In turn',
      assignTo: { group: 'support-l1', strategy: 'round-robin', skills: ['french'] },
    };
    const create = async () =>
      (await mutate(ada, 'createTask', { spec }, 'task { status assignee { email } }'))['task'] as Json;
    expect(await create()).toEqual({ status: 'RESERVED', assignee: { email: user } });
    expect(await create()).toEqual({ status: 'READY', assignee: null });
    await mutate(lee, 'setUserCapacity', { user }, 'settings { capacity }');

    const from = new Date(Date.now() - DAY).toISOString();
    const until = new Date(Date.now() + DAY).toISOString();
    const away = { from, until, substitute: 'max@demo.test' };
    const { absence } = await mutate(sam, 'planAbsence', away, `absence { ${ABSENCE} }`);
    expect(absence).toMatchObject({
      from,
      until,
      user: { email: user },
      substitute: { email: 'max@demo.test' },
    });
    expect(await create()).toEqual({ status: 'READY', assignee: null });
    const direct = await mutate(
      ada,
      'createTask',
      { spec: { title: 'For Sam', assignTo: { user } } },
      'task { assignee { email } }',
    );
    expect(direct['task']).toEqual({ assignee: { email: 'max@demo.test' } });

    const seen =
      await lee.graphql(`{ absences(user: "${user}") { ${ABSENCE} } user(user: "${user}") { capacity }
      users(group: "support-l1") { edges { node { user { email } absence { until substitute { email } } } } } }`);
    expect(seen).toEqual({
      absences: [absence],
      user: { capacity: null },
      users: {
        edges: [
          { node: { user: { email: 'lee@demo.test' }, absence: null } },
          { node: { user: { email: user }, absence: { until, substitute: { email: 'max@demo.test' } } } },
        ],
      },
    });
    const circle = { user: 'max@demo.test', from, until, substitute: user };
    expect(await reasonOf(mutate(ada, 'planAbsence', circle, 'absence { id }'))).toBe('absence.circle');
    expect(await reasonOf(mutate(sam, 'planAbsence', circle, 'absence { id }'))).toBe('absence.forbidden');
    expect(await reasonOf(mutate(olga, 'removeAbsence', { absenceId: absence.id }, 'absence { id }'))).toBe(
      'absence.not_found',
    );
    await mutate(sam, 'removeAbsence', { absenceId: absence.id }, 'absence { id }');
    expect((await sam.graphql('{ absences { id } }'))['absences']).toEqual([]);
  });
});
