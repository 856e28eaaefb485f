import type { TenantContext } from '@orkestra/tenancy';
import { DomainError, Ids } from '@orkestra/core';
import fc from 'fast-check';
import { Client } from 'pg';
import { digestOf, GROUPS, Office, PAYLOAD, PERSON_IDS } from '../../../../test/harness/office';
import {
  type ActorName,
  ACTORS,
  isGroup,
  type ModelKind,
  type Step,
  TaskModel,
} from '../../../../test/harness/task-model';
import { actorOf, allowedActions, TASK_ACTIONS, type TaskAction, type TaskCommand, type TaskView } from '..';

/** `SEED=… npx jest …` repeats a run, `MODEL_MS=…` lets one walk for longer. */
const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const TIME_MS = Number(process.env['MODEL_MS'] ?? 15_000);

let office: Office;
let admin: Client;
beforeAll(async () => {
  office = await Office.open();
  admin = new Client({ connectionString: office.database.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin?.end();
  await office?.close();
});

const ctxOf = (name: ActorName): TenantContext =>
  name === 'bot' || name === 'tool' || name === 'engine' ? office[name] : office.people[name];
const idOf = (name: ActorName | null) => (name === null ? null : ctxOf(name).principal.id);

function create(kind: ModelKind): Promise<TaskView> {
  const open = kind.startsWith('open');
  const quorum = kind.endsWith('vote') ? { rule: 'count', count: 2 } : undefined;
  return office.task(
    {
      assignTo: { group: 'l1', excluded: ['kim@a.test'] },
      decidableBy: open ? 'anyone' : 'people',
      ...(kind.endsWith('form') ? {} : { form: undefined, approval: { payload: PAYLOAD, quorum } }),
    },
    {
      workflowId: `${office.bot.tenantId}/model`,
      by: open ? office.engine : office.bot,
      startedById: open ? office.bot.principal.id : undefined,
    },
  );
}

/** The same step for the services. */
function send({ action, by, to, with: given }: Step, command: TaskCommand): Promise<TaskView> {
  const { tasks, control, handover, approvals } = office;
  const ctx = ctxOf(by);
  const target = isGroup(to) ? { group: to } : { user: PERSON_IDS[to as keyof typeof PERSON_IDS] };
  const decision = { ...command, payloadDigest: digestOf(PAYLOAD), reason: 'Because' };
  switch (action) {
    case 'claim':
    case 'release':
    case 'start':
    case 'stop':
      return tasks[action](ctx, command);
    case 'complete':
    case 'claim_and_complete':
      return tasks.complete(ctx, { ...command, data: { answer: 'x' }, claim: action !== 'complete' });
    case 'approve':
    case 'reject':
      return approvals[action](ctx, decision);
    case 'request_changes':
      return approvals.requestChanges(ctx, decision);
    case 'answer_changes':
      return approvals.answerChanges(ctx, { ...command, payload: PAYLOAD });
    case 'delegate':
      return handover.delegate(ctx, { ...command, to: target.user ?? 'nobody' });
    case 'forward':
    case 'assign':
      return handover[action](ctx, { ...command, to: target });
    case 'escalate':
      return handover.escalate(ctx, { ...command, to: given ? target : undefined });
    case 'nominate':
      return handover.nominate(ctx, {
        ...command,
        users: target.user === undefined ? [] : [target.user],
        groups: target.group === undefined ? [] : [target.group],
      });
    case 'set_priority':
      return control.setPriority(ctx, { ...command, priority: given ? 90 : 10 });
    case 'set_due_date': {
      const dueAt = given ? new Date(office.clock.now().getTime() + 3_600_000) : null;
      return control.setDueDate(ctx, { ...command, dueAt });
    }
    case 'resolve':
      return handover.resolve(ctx, command);
    case 'suspend':
    case 'resume':
    case 'cancel':
    case 'expire':
      return control[action](ctx, command);
  }
}

/** One command, sent to the services and to the model, with what is compared after it. */
class Sent implements fc.AsyncCommand<TaskModel, { taskId: string }> {
  /** What was sent; by choice it is known only when it is sent. */
  private step: Step;

  constructor(
    given: Step,
    /** Which of the allowed steps is taken in place of the given one, so that the walks go deep; null for none. */
    private readonly choice: number | null,
    private readonly repeated: boolean,
    private readonly stale: boolean,
  ) {
    this.step = given;
  }

  check(): boolean {
    return true;
  }

  async run(model: TaskModel, { taskId }: { taskId: string }): Promise<void> {
    this.step = this.choose(model);
    const { action, by } = this.step;
    const wanted = model.allows(action, by);
    const command: TaskCommand = {
      taskId,
      ...(this.stale ? { expectedRevision: model.revision - 1 } : {}),
      ...(this.repeated ? { operationId: office.app.get(Ids).next() } : {}),
    };
    const answer = await settled(send(this.step, command));
    const done = wanted && !this.stale && model.take(this.step);
    expect([answer.code ?? 'done', this.toString()]).toEqual([
      done ? 'done' : expect.stringMatching(/^(task|directory)\./),
      this.toString(),
    ]);
    if (!done) expect(answer.code === 'task.not_found').toBe(!model.sees(by));
    if (wanted && this.stale) expect(answer.code).toBe('task.revision_conflict');
    if (this.repeated && done) expect(await send(this.step, command)).toEqual(answer.task);
    await compare(model, taskId);
  }

  private choose(model: TaskModel): Step {
    if (this.choice === null) return this.step;
    const mayDo = (action: TaskAction) => ACTORS.filter((by) => model.allows(action, by));
    const actions = TASK_ACTIONS.filter((action) => mayDo(action).length > 0).flatMap((action) =>
      Array<TaskAction>(weightOf(action)).fill(action),
    );
    const action = actions[this.choice % actions.length];
    const by = action && mayDo(action)[this.choice % mayDo(action).length];
    return action === undefined || by === undefined ? this.step : { ...this.step, action, by };
  }

  toString(): string {
    const { action, by, to, with: given } = this.step;
    return `${by}.${action}(${to}${given ? ', with' : ''})${this.stale ? ' stale' : ''}${this.repeated ? ' twice' : ''}`;
  }
}

/** How often an allowed action is chosen: what is always allowed, or ends the walk, less often. */
function weightOf(action: TaskAction): number {
  if (['set_priority', 'set_due_date', 'escalate', 'nominate', 'cancel', 'expire'].includes(action)) return 1;
  return ['complete', 'claim_and_complete', 'approve', 'reject', 'suspend'].includes(action) ? 2 : 6;
}

async function settled(work: Promise<TaskView>): Promise<{ task?: TaskView; code?: string }> {
  try {
    return { task: await work };
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code };
    throw error;
  }
}

async function compare(model: TaskModel, taskId: string): Promise<void> {
  const task = await office.tasks.get(office.engine, taskId);
  expect(task).toMatchObject({
    status: model.status,
    suspendedFrom: model.suspendedFrom,
    assigneeId: idOf(model.assignee),
    ownerId: idOf(model.owner),
    groupId: GROUPS[model.group],
    candidates: { users: model.users.map(idOf), groups: model.groups.map((key) => GROUPS[key]) },
    excluded: [PERSON_IDS.kim],
    waitingFor: model.waiting ? 'requester' : null,
    round: model.round,
    escalationLevel: model.level,
    revision: model.revision,
    outcome: model.outcome,
  });
  expect(task.voters.toSorted()).toEqual(model.voting ? [...model.votes.keys()].map(idOf).sort() : []);
  const { rows } = await admin.query(
    `SELECT (SELECT count(*)::int FROM task_events WHERE task_id = $1) AS events,
            (SELECT max(revision) FROM task_events WHERE task_id = $1) AS last,
            (SELECT count(*)::int FROM outbox WHERE task_id = $1) AS deliveries,
            (SELECT array_agg(DISTINCT claimable) FROM task_candidates WHERE task_id = $1) AS claimable,
            (SELECT array_agg(DISTINCT open) FROM task_candidates WHERE task_id = $1) AS open`,
    [taskId],
  );
  expect(rows).toEqual([
    {
      events: model.revision,
      last: model.revision,
      deliveries: model.deliveries,
      claimable: [model.status === 'READY'],
      open: [!model.closed],
    },
  ]);
  for (const name of ACTORS) {
    const expected = TASK_ACTIONS.filter((action) => model.allows(action, name));
    expect([name, ...allowedActions(task, actorOf(ctxOf(name)))]).toEqual([name, ...expected]);
  }
}

const step: fc.Arbitrary<Step> = fc.record({
  action: fc.constantFrom(...TASK_ACTIONS),
  by: fc.constantFrom(...ACTORS),
  to: fc.constantFrom<Step['to']>('sam', 'lee', 'max', 'ada', 'kim', 'l1', 'l2'),
  with: fc.boolean(),
});
const sent = fc
  .tuple(step, fc.option(fc.nat(999), { freq: 6 }), fc.nat(9))
  .map(([given, choice, dice]) => new Sent(given, choice, dice === 0, dice === 1));
const walks = fc.commands([sent], { maxCommands: 40 });
type Commands = typeof walks extends fc.Arbitrary<infer T> ? T : never;
const kinds = fc.constantFrom<ModelKind>('form', 'open form', 'approval', 'vote', 'open vote');

it(
  `random commands of several principals do what the model does (SEED=${seed})`,
  async () => {
    const walkOf = async (kind: ModelKind, commands: Commands) => {
      const { id } = await create(kind);
      await fc.asyncModelRun(() => ({ model: new TaskModel(kind), real: { taskId: id } }), commands);
    };
    // The time limit does not wait for the walk that is under way.
    let walk: Promise<void> = Promise.resolve();
    await fc.assert(
      fc.asyncProperty(kinds, walks, (kind, commands) => (walk = walkOf(kind, commands))),
      {
        seed,
        numRuns: 100_000,
        interruptAfterTimeLimit: TIME_MS,
        markInterruptAsFailure: false,
        endOnFailure: false,
      },
    );
    await walk;
  },
  TIME_MS * 4,
);
