import type { TaskActor, TaskSpec } from '../contract/contract';
import type { Candidates, TestTask } from './test-task';
import { HumanScriptError } from './testing.errors';

/** The members of each group by its key, where a test needs to know them. */
export type People = Readonly<Record<string, readonly string[]>>;

/** What says who may decide a task. */
type Decidable = Pick<TestTask, 'title' | 'candidates' | 'spec'>;

/** Somebody who may vote, and through which of the task's groups. */
export interface Voter {
  id: string;
  groups: readonly string[];
}

export function candidatesOf({ assignTo }: TaskSpec): Candidates {
  const { user, group, candidates, excluded = [] } = assignTo ?? {};
  return {
    users: [...(user === undefined ? [] : [user]), ...(candidates?.users ?? [])],
    groups: [...(group === undefined ? [] : [group]), ...(candidates?.groups ?? [])],
    excluded,
  };
}

/** What the server would not take of a task: a group or somebody that nobody has told it of. */
export interface UnknownName {
  code: 'directory.unknown_group' | 'directory.unknown_user';
  message: string;
}

/** The first group or user of a task that is not among the people of the test, once the test has said who there is. */
export function unknownName(
  people: People,
  { assignTo, sla }: Pick<TaskSpec, 'assignTo' | 'sla'>,
): UnknownName | undefined {
  const { users, groups, excluded } = candidatesOf({ title: '', assignTo });
  const targets = (sla?.chain ?? []).flatMap(({ to }) => (to === undefined ? [] : [to]));
  const group = [...groups, ...namesOf(targets, 'group')].find((name) => !Object.hasOwn(people, name));
  if (group !== undefined)
    return { code: 'directory.unknown_group', message: `There is no group "${group}" ${AMONG_PEOPLE}` };
  const user = [...users, ...excluded, ...namesOf(targets, 'user')].find((name) => !isSomebody(people, name));
  if (user === undefined) return undefined;
  return { code: 'directory.unknown_user', message: `There is no user "${user}" ${AMONG_PEOPLE}` };
}

const AMONG_PEOPLE = "among the people of this test: startTestEnvironment({ people: { group: ['ann'] } }).";

export function isSomebody(people: People, name: string): boolean {
  return Object.values(people).some((members) => members.includes(name));
}

function namesOf(targets: readonly { user?: string; group?: string }[], kind: 'user' | 'group'): string[] {
  return targets.flatMap(({ [kind]: name }) => (name === undefined ? [] : [name]));
}

/** Everybody who may decide, or nothing where the test has not said who is in a group. */
export function votersOf({ candidates, spec }: Decidable, people: People): Voter[] | undefined {
  const { users, groups, excluded } = candidates;
  if (users.length + groups.length === 0 || groups.some((group) => !Object.hasOwn(people, group)))
    return undefined;
  const ids = new Set([...users, ...groups.flatMap((group) => people[group] ?? [])]);
  return [...ids]
    .filter((id) => !excluded.includes(id) && id !== requesterOf(spec))
    .map((id) => ({ id, groups: groups.filter((group) => people[group]?.includes(id)) }));
}

/** @throws HumanScriptError for somebody who may not decide this task */
export function checkMayDecide(task: Decidable, who: string, people: People): void {
  const { title, candidates, spec } = task;
  if (candidates.excluded.includes(who))
    throw new HumanScriptError(`${who} is excluded from the task "${title}".`);
  if (who === requesterOf(spec))
    throw new HumanScriptError(`"${title}" is asked for ${who}, who may not decide it.`);
  const voters = votersOf(task, people);
  if (!voters || voters.some(({ id }) => id === who)) return;
  const names = voters.map(({ id }) => id).join(', ') || 'nobody';
  throw new HumanScriptError(`${who} may not decide the task "${title}"; who may: ${names}.`);
}

/** Does not decide what is asked for them, as in a workspace that has not set anything else. */
function requesterOf({ approval, onBehalfOf }: TaskSpec): string | undefined {
  return approval && onBehalfOf;
}

export function actorOf(name: string): TaskActor {
  return { kind: 'user', id: name, displayName: name };
}
