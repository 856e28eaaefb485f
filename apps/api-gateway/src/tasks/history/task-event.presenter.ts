import type { PeopleLoaders } from '../../people/people.loaders';
import type { TaskEventChange } from './task-event.type';

type Names = (id: string) => Promise<string>;

interface Difference {
  before: unknown;
  after: unknown;
}

/** Field of an event → the name that it has in the API, and where the names of its ids are found. */
const FIELDS: Record<string, { field: string; names?: 'users' | 'groups' }> = {
  status: { field: 'status' },
  assigneeId: { field: 'assignee', names: 'users' },
  ownerId: { field: 'owner', names: 'users' },
  groupId: { field: 'group', names: 'groups' },
  priority: { field: 'priority' },
  dueAt: { field: 'dueAt' },
  escalationLevel: { field: 'escalationLevel' },
  resumesAt: { field: 'resumesAt' },
  waitingFor: { field: 'waitingFor' },
  round: { field: 'round' },
  outcome: { field: 'outcome' },
};

/** What an event changed of the task itself, with names in place of ids; digests and details are left out. */
export async function readableChanges(
  changes: Record<string, unknown>,
  loaders: PeopleLoaders,
): Promise<TaskEventChange[]> {
  const names: Record<'users' | 'groups', Names> = {
    users: async (id) => (await loaders.names.load(id)) ?? 'Somebody who left',
    groups: async (id) => (await loaders.groups.load(id))?.name ?? 'A group that is gone',
  };
  const found = Object.entries(changes).map(async ([name, value]): Promise<TaskEventChange | null> => {
    if (name === 'vote' || name === 'staysWith') return { field: name, before: null, after: textOf(value) };
    if (name === 'selfApproval') return { field: name, before: null, after: 'own request' };
    if (name === 'onBehalfOf') return { field: name, before: null, after: await names.users(String(value)) };
    if (name === 'recipients')
      return { field: name, before: null, after: await recipientsText(value, names) };
    if (!isDifference(value)) return null;
    if (name === 'candidates') {
      const [before, after] = await Promise.all([
        candidatesText(value.before, names),
        candidatesText(value.after, names),
      ]);
      return { field: 'candidates', before, after };
    }
    const known = FIELDS[name];
    if (known === undefined) return null;
    const read = async (part: unknown) => {
      const text = textOf(part);
      return text === null || known.names === undefined ? text : names[known.names](text);
    };
    return { field: known.field, before: await read(value.before), after: await read(value.after) };
  });
  return (await Promise.all(found)).filter((change) => change !== null);
}

async function recipientsText(value: unknown, names: Record<'users' | 'groups', Names>) {
  const { supervisorsOf } = value as { supervisorsOf?: unknown };
  if (supervisorsOf === undefined) return candidatesText(value, names);
  const groups = await candidatesText({ groups: supervisorsOf }, names);
  return groups === null ? 'the supervisors' : `the supervisors of ${groups}`;
}

async function candidatesText(value: unknown, { users, groups }: Record<'users' | 'groups', Names>) {
  if (typeof value !== 'object' || value === null) return null;
  const ids = (kind: string): string[] => {
    const list = (value as Record<string, unknown>)[kind];
    return Array.isArray(list) ? list.filter((id) => typeof id === 'string') : [];
  };
  const found = await Promise.all([...ids('users').map(users), ...ids('groups').map(groups)]);
  return found.length === 0 ? null : found.join(', ');
}

function isDifference(value: unknown): value is Difference {
  return typeof value === 'object' && value !== null && 'before' in value && 'after' in value;
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}
