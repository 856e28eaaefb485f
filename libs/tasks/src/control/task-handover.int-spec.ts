import { codeOf, digestOf, GROUPS, Office, PAYLOAD, PERSON_IDS, TASK } from '../../../../test/harness/office';

let office: Office;
beforeAll(async () => (office = await Office.open()));
afterAll(() => office?.close());

const held = async (spec: object = {}) =>
  office.tasks.claim(office.people.sam, { taskId: (await office.task(spec)).id });
const leaves = async (name: keyof typeof PERSON_IDS, work: () => Promise<void>) => {
  await office.rows('UPDATE users SET active = false WHERE id = $1', [PERSON_IDS[name]]);
  try {
    await work();
  } finally {
    await office.rows('UPDATE users SET active = true WHERE id = $1', [PERSON_IDS[name]]);
  }
};

describe('delegation', () => {
  it('lends the task to somebody outside the queue, who gives it back to its owner', async () => {
    const { sam, max } = office.people;
    const { id } = await held();
    const lent = await office.handover.delegate(sam, { taskId: id, to: 'max@a.test', reason: 'Your field' });
    expect(lent).toMatchObject({ assigneeId: PERSON_IDS.max, ownerId: PERSON_IDS.sam });
    expect(await office.tasks.start(max, { taskId: id })).toMatchObject({ status: 'IN_PROGRESS' });
    expect(await codeOf(office.tasks.complete(max, { taskId: id, data: { answer: 'x' } }))).toBe(
      'task.delegated',
    );
    expect(await codeOf(office.tasks.complete(sam, { taskId: id, data: { answer: 'x' } }))).toBe(
      'task.not_assignee',
    );
    const back = await office.handover.resolve(max, { taskId: id });
    expect(back).toMatchObject({ status: 'RESERVED', assigneeId: PERSON_IDS.sam, ownerId: null });
    expect(await codeOf(office.tasks.get(max, id))).toBe('task.not_found');
    await office.tasks.complete(sam, { taskId: id, data: { answer: 'x' } });
  });

  it('goes no further than one step, so that it has no cycles', async () => {
    const { sam, max } = office.people;
    const { id } = await held();
    expect(await codeOf(office.handover.delegate(sam, { taskId: id, to: PERSON_IDS.sam }))).toBe(
      'task.invalid_command',
    );
    await office.handover.delegate(sam, { taskId: id, to: 'max@a.test' });
    for (const to of ['sam@a.test', 'liz@a.test', 'max@a.test']) {
      expect(await codeOf(office.handover.delegate(max, { taskId: id, to }))).toBe('task.delegated');
    }
    // Nor by another way: what is lent is neither released nor given away by the one who has borrowed it.
    expect(await codeOf(office.tasks.release(max, { taskId: id }))).toBe('task.delegated');
    expect(await codeOf(office.handover.forward(max, { taskId: id, to: { user: 'liz@a.test' } }))).toBe(
      'task.delegated',
    );
    expect(await office.handover.resolve(sam, { taskId: id })).toMatchObject({ assigneeId: PERSON_IDS.sam });
  });

  it('is ended by a supervisor who gives the task to somebody else', async () => {
    const { id } = await held();
    await office.handover.delegate(office.people.sam, { taskId: id, to: 'max@a.test' });
    const assigned = await office.handover.assign(office.people.eva, {
      taskId: id,
      to: { user: 'lee@a.test' },
    });
    expect(assigned).toMatchObject({ assigneeId: PERSON_IDS.lee, ownerId: null });
  });
});

describe('a person who gets a task', () => {
  const ways = {
    delegate: (taskId: string, to: string) => office.handover.delegate(office.people.sam, { taskId, to }),
    forward: (taskId: string, user: string) =>
      office.handover.forward(office.people.sam, { taskId, to: { user } }),
    assign: (taskId: string, user: string) =>
      office.handover.assign(office.people.eva, { taskId, to: { user } }),
    escalate: (taskId: string, user: string) =>
      office.handover.escalate(office.people.sam, { taskId, to: { user } }),
    nominate: (taskId: string, user: string) =>
      office.handover.nominate(office.people.eva, { taskId, users: [user] }),
  };

  it.each(Object.entries(ways))(
    'is not excluded, unknown, gone or of another tenant: %s',
    async (_, give) => {
      const { id, revision } = await held({ assignTo: { group: 'l1', excluded: ['lee@a.test'] } });
      expect(await codeOf(give(id, 'lee@a.test'))).toBe('task.target_excluded');
      expect(await codeOf(give(id, 'nobody@a.test'))).toBe('directory.unknown_user');
      expect(await codeOf(give(id, 'olga@b.test'))).toBe('directory.unknown_user');
      await leaves('max', async () =>
        expect(await codeOf(give(id, 'max@a.test'))).toBe('directory.unknown_user'),
      );
      expect(await office.tasks.get(office.people.sam, id)).toMatchObject({ revision });
    },
  );
});

describe('a target', () => {
  it.each([{}, { user: 'lee@a.test', group: 'l2' }])('is a person or a group, not %j', async (to) => {
    const { id } = await held();
    expect(await codeOf(office.handover.assign(office.people.eva, { taskId: id, to }))).toBe(
      'task.invalid_command',
    );
  });

  it('that is a group has the task in its queue, and nobody else can claim it', async () => {
    const { id } = await held();
    const forwarded = await office.handover.forward(office.people.sam, { taskId: id, to: { group: 'l2' } });
    expect(forwarded).toMatchObject({
      status: 'READY',
      groupId: GROUPS.l2,
      candidates: { users: [], groups: [GROUPS.l2] },
    });
    expect(await codeOf(office.tasks.claim(office.people.sam, { taskId: id }))).toBe('task.not_found');
    expect(await codeOf(office.tasks.claim(office.people.max, { taskId: id }))).toBe('no error');
  });

  it('that is a person leaves the supervisors of the queue in charge', async () => {
    const { id } = await held();
    await office.handover.forward(office.people.sam, { taskId: id, to: { user: 'max@a.test' } });
    expect(await office.tasks.release(office.people.max, { taskId: id })).toMatchObject({ status: 'READY' });
    expect(await codeOf(office.tasks.claim(office.people.max, { taskId: id }))).toBe('no error');
    const taken = await office.handover.assign(office.people.eva, { taskId: id, to: { user: 'lee@a.test' } });
    expect(taken.assigneeId).toBe(PERSON_IDS.lee);
  });

  it('that a supervisor of another group names is refused', async () => {
    const { id } = await office.task({ assignTo: { group: 'l2' } });
    expect(
      await codeOf(office.handover.assign(office.people.eva, { taskId: id, to: { user: 'eva@a.test' } })),
    ).toBe('task.not_found');
    expect(
      await codeOf(office.handover.assign(office.people.max, { taskId: id, to: { user: 'max@a.test' } })),
    ).toBe('task.supervisor_only');
  });
});

describe('nomination', () => {
  it('gives a task that nobody can take to people, and keeps the excluded out', async () => {
    const { ada, max, liz } = office.people;
    const { id } = await office.task({ assignTo: { excluded: ['liz@a.test'] } });
    expect(await codeOf(office.tasks.claim(max, { taskId: id }))).toBe('task.not_found');
    const named = await office.handover.nominate(ada, {
      taskId: id,
      users: ['max@a.test', PERSON_IDS.max],
      groups: ['legal'],
    });
    expect(named).toMatchObject({ groupId: GROUPS.legal, excluded: [PERSON_IDS.liz] });
    expect(named.candidates).toEqual({ users: [PERSON_IDS.max], groups: [GROUPS.legal] });
    expect(await codeOf(office.tasks.claim(liz, { taskId: id }))).toBe('task.not_candidate');
    expect(await codeOf(office.tasks.claim(max, { taskId: id }))).toBe('no error');
  });

  it('needs one to 200 names', async () => {
    const { id } = await office.task();
    const many = Array.from({ length: 201 }, (_, index) => `u${index}@a.test`);
    for (const users of [[], many]) {
      expect(await codeOf(office.handover.nominate(office.people.eva, { taskId: id, users }))).toBe(
        'task.invalid_command',
      );
    }
  });
});

describe('escalation', () => {
  it('is a level and an event: the task can be claimed and completed as before', async () => {
    const { sam } = office.people;
    const { id } = await held();
    expect(await office.handover.escalate(sam, { taskId: id })).toMatchObject({
      status: 'RESERVED',
      assigneeId: PERSON_IDS.sam,
      escalationLevel: 1,
    });
    const [event] = await office.rows(
      `SELECT changes FROM task_events WHERE task_id = $1 AND kind = 'escalated'`,
      [id],
    );
    expect(event?.['changes']).toMatchObject({
      escalationLevel: { before: 0, after: 1 },
      recipients: { supervisorsOf: [GROUPS.l1] },
    });
    const up = await office.handover.escalate(sam, { taskId: id, to: { group: 'l2' } });
    expect(up).toMatchObject({ status: 'READY', escalationLevel: 2, groupId: GROUPS.l2 });
    const done = await office.tasks.complete(office.people.max, {
      taskId: id,
      data: { answer: 'x' },
      claim: true,
    });
    expect(done).toMatchObject({ status: 'COMPLETED', escalationLevel: 2 });
  });

  it('gives nobody a task that several people vote on', async () => {
    const { id } = await office.task({
      form: undefined,
      approval: { payload: PAYLOAD, quorum: { rule: 'count', count: 2 } },
    });
    const to = { user: 'sam@a.test' };
    expect(await codeOf(office.handover.escalate(office.people.eva, { taskId: id, to }))).toBe('task.voting');
    expect(await codeOf(office.handover.assign(office.people.eva, { taskId: id, to }))).toBe('task.voting');
    expect(await codeOf(office.handover.forward(office.people.eva, { taskId: id, to }))).toBe('task.voting');
    expect(await office.handover.escalate(office.people.eva, { taskId: id })).toMatchObject({
      status: 'READY',
      escalationLevel: 1,
    });
    const payloadDigest = digestOf(PAYLOAD);
    await office.approvals.approve(office.people.sam, { taskId: id, payloadDigest });
    expect(await office.approvals.approve(office.people.lee, { taskId: id, payloadDigest })).toMatchObject({
      outcome: 'approved',
    });
  });
});

describe('a program', () => {
  it('decides only what is decidable by anyone, with the scope, and nothing of its own', async () => {
    const { tool, bot, engine } = office;
    const complete = (ctx: typeof tool, taskId: string) =>
      codeOf(office.tasks.complete(ctx, { taskId, data: { answer: 'x' }, claim: true }));
    expect(await codeOf(office.task({ decidableBy: 'anyone' }))).toBe('task.decidable_by_forbidden');
    expect(await codeOf(office.task({ decidableBy: 'anyone' }, { by: office.people.sam }))).toBe(
      'task.decidable_by_forbidden',
    );
    const open = await office.task({ decidableBy: 'anyone' }, { by: engine, startedById: bot.principal.id });
    expect(await complete(bot, open.id)).toBe('task.service_may_not_decide');
    expect(await complete(tool, open.id)).toBe('no error');
    const [decision] = await office.rows(
      'SELECT voter_kind, voter_id, channel FROM task_decisions WHERE task_id = $1',
      [open.id],
    );
    expect(decision).toEqual({ voter_kind: 'service', voter_id: tool.principal.id, channel: 'mcp' });
    const closed = await office.task();
    expect(await complete(tool, closed.id)).toBe('task.service_may_not_decide');
    expect(await codeOf(office.tasks.claim(tool, { taskId: closed.id }))).toBe('task.service_may_not_decide');
  });

  it('needs no other scope to decide, and can do nothing else with that one', async () => {
    const { clerk, engine } = office;
    const { id } = await office.task({ decidableBy: 'anyone' }, { by: engine });
    expect(await codeOf(office.control.setPriority(clerk, { taskId: id, priority: 1 }))).toBe(
      'auth.missing_scope',
    );
    const command = { taskId: id, data: { answer: 'x' }, claim: true };
    expect(await office.tasks.complete(clerk, command)).toMatchObject({ status: 'COMPLETED' });
  });

  it('may cancel what it asked for, and widen nothing of it', async () => {
    const { id } = await office.task();
    expect(await codeOf(office.handover.nominate(office.bot, { taskId: id, users: ['zoe@a.test'] }))).toBe(
      'task.service_may_not_decide',
    );
    expect(await codeOf(office.control.setPriority(office.bot, { taskId: id, priority: 1 }))).toBe(
      'task.service_may_not_decide',
    );
    expect(await codeOf(office.control.cancel(office.tool, { taskId: id }))).toBe(
      'task.service_may_not_decide',
    );
    expect(await office.control.cancel(office.bot, { taskId: id })).toMatchObject({ status: 'CANCELLED' });
  });
});

describe('whoever asked for a task', () => {
  it('sends it to others while nobody holds it; the excluded stay out, and nobody is added', async () => {
    const { bot, people, handover } = office;
    const { id } = await office.task({ assignTo: { group: 'l1', excluded: ['max@a.test'] } });
    const forward = (to: object, ctx = bot) => codeOf(handover.forward(ctx, { taskId: id, to }));
    expect(await forward({ user: 'max@a.test' })).toBe('task.target_excluded');
    expect(await forward({ user: bot.principal.id })).toBe('directory.unknown_user');
    expect(await forward({ group: 'l2' }, office.tool)).toBe('task.service_may_not_decide');
    const sent = await handover.forward(bot, { taskId: id, to: { group: 'l2' }, reason: 'Their field' });
    expect(sent).toMatchObject({
      status: 'READY',
      candidates: { users: [], groups: [GROUPS.l2] },
      excluded: [PERSON_IDS.max],
    });
    expect(await codeOf(office.tasks.claim(people.sam, { taskId: id }))).toBe('task.not_found');
    await handover.forward(bot, { taskId: id, to: { group: 'l1' } });
    await office.tasks.claim(people.sam, { taskId: id });
    expect(await forward({ group: 'l2' })).toBe('task.already_claimed');
    expect((await office.tasks.get(people.sam, id)).assigneeId).toBe(PERSON_IDS.sam);
  });

  it('does not get it, by name or in turn; an admin does as before', async () => {
    const { zoe, ada, lee } = office.people;
    const spec = { ...TASK, assignTo: { group: 'l2' } };
    const forward = (ctx: typeof zoe, taskId: string, to: object) =>
      codeOf(office.handover.forward(ctx, { taskId, to }));
    const { id } = await office.tasks.create(zoe, spec);
    expect(await forward(zoe, id, { user: 'zoe@a.test' })).toBe('task.target_excluded');
    expect(await forward(zoe, id, { group: 'l1' })).toBe('no error');
    const ofAda = await office.tasks.create(ada, spec);
    expect(await forward(ada, ofAda.id, { user: 'ada@a.test' })).toBe('no error');
    await office.rows(`UPDATE groups SET strategy = 'round-robin' WHERE key = 'legal'`);
    const { liz } = office.people;
    const ofLiz = await office.tasks.create(liz, spec);
    expect(await office.handover.forward(liz, { taskId: ofLiz.id, to: { group: 'legal' } })).toMatchObject({
      assigneeId: null,
    });
    expect(await forward(lee, ofLiz.id, { user: 'lee@a.test' })).toBe('task.not_found');
  });
});
