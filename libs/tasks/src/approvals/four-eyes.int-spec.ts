import fc from 'fast-check';
import { DomainError } from '@orkestra/core';
import { digestOf, Office, PAYLOAD, PERSON_IDS, type PersonName } from '../../../../test/harness/office';

/** `SEED=… npx jest …` repeats a run. */
const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const TIME_MS = Number(process.env['MODEL_MS'] ?? 10_000);

let office: Office;
beforeAll(async () => (office = await Office.open()));
afterAll(() => office?.close());

const NAMES = ['sam', 'lee', 'kim', 'eva', 'max', 'ada'] as const satisfies PersonName[];
type Name = (typeof NAMES)[number];
const ACTIONS = [
  'claim',
  'release',
  'delegate',
  'resolve',
  'forward',
  'assign',
  'nominate',
  'escalate',
] as const;
const person = fc.constantFrom<Name>(...NAMES);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ action: fc.constantFrom(...ACTIONS), by: person, to: person }) },
  { weight: 1, arbitrary: fc.record({ action: fc.constant('leave' as const), by: person, to: person }) },
  {
    weight: 3,
    arbitrary: fc.record({
      action: fc.constantFrom('approve' as const, 'reject' as const),
      by: person,
      to: person,
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Goes away, with somebody to stand in; circles end the chain of substitutes, so that they are no matter here. */
async function leave(by: Name, to: Name): Promise<void> {
  if (by === to) return;
  const now = office.clock.now().getTime();
  await office.rows(
    `INSERT INTO absences (tenant_id, id, user_id, starts_at, ends_at, substitute_id, created_by_kind, created_by_id,
       created_at)
     SELECT $1::uuid, gen_random_uuid(), $2::uuid, $3::timestamptz, $4::timestamptz, $5::uuid, 'user', 'x', $3::timestamptz
     WHERE NOT EXISTS (SELECT FROM absences WHERE user_id IN ($2, $5))`,
    [office.bot.tenantId, PERSON_IDS[by], new Date(now - 1000), new Date(now + 1e9), PERSON_IDS[to]],
  );
}

async function take({ action, by, to }: Step, taskId: string): Promise<void> {
  const { tasks, handover, approvals } = office;
  const ctx = office.people[by];
  const user = PERSON_IDS[to];
  const decision = { taskId, payloadDigest: digestOf(PAYLOAD), reason: 'Because' };
  if (action === 'leave') return leave(by, to);
  if (action === 'claim' || action === 'release') return void (await tasks[action](ctx, { taskId }));
  if (action === 'approve' || action === 'reject') return void (await approvals[action](ctx, decision));
  if (action === 'delegate') return void (await handover.delegate(ctx, { taskId, to: user }));
  if (action === 'resolve') return void (await handover.resolve(ctx, { taskId }));
  if (action === 'nominate')
    return void (await handover.nominate(ctx, { taskId, users: [user], groups: ['l1'] }));
  await handover[action](ctx, { taskId, to: { user } });
}

it(
  `nobody ends up holding or deciding what was asked for them, whatever way it goes (SEED=${seed})`,
  async () => {
    let decided = 0;
    const walkOf = async ([asker = 'sam', starter]: Name[], voting: boolean, steps: Step[]) => {
      await office.rows('DELETE FROM absences');
      const own = [asker, ...(starter === undefined ? [] : [starter])].map((name) => PERSON_IDS[name]);
      const quorum = voting ? { rule: 'count', count: 1 } : undefined;
      const { id } = await office.task(
        { form: undefined, approval: { payload: PAYLOAD, quorum }, onBehalfOf: PERSON_IDS[asker] },
        { by: office.engine, startedById: starter && PERSON_IDS[starter] },
      );
      for (const one of steps) {
        await take(one, id).catch((error: unknown) => {
          if (!(error instanceof DomainError)) throw error;
        });
        const task = await office.tasks.get(office.engine, id);
        expect(own).not.toContain(task.assigneeId);
        expect(own).not.toContain(task.ownerId);
      }
      const votes = await office.rows<{ voter_id: string }>(
        'SELECT voter_id FROM task_decisions WHERE task_id = $1',
        [id],
      );
      for (const { voter_id } of votes) expect(own).not.toContain(voter_id);
      decided += votes.length;
    };
    let walk: Promise<void> = Promise.resolve();
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(person, { minLength: 1, maxLength: 2 }),
        fc.boolean(),
        fc.array(step, { minLength: 5, maxLength: 25 }),
        // The time limit does not wait for the walk that is under way.
        (...given) => (walk = walkOf(...given)),
      ),
      {
        seed,
        numRuns: 100_000,
        interruptAfterTimeLimit: TIME_MS,
        markInterruptAsFailure: false,
        endOnFailure: true,
      },
    );
    await walk;
    // The walks reach decisions, so that the property says something.
    expect(decided).toBeGreaterThan(0);
  },
  TIME_MS * 6,
);
