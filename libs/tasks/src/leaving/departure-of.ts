import type { Departure } from '@orkestra/tenancy';
import type { LeftTo } from './left-tasks.store';

/** How many tasks go where. */
export function departureOf(left: readonly LeftTo[], standingRules: number): Departure {
  const held = left.filter(({ destination }) => destination.to !== 'borrower');
  const count = (to: string) => held.filter(({ destination }) => destination.to === to).length;
  const groups = counted(
    held.flatMap(({ destination }) => ('groupId' in destination ? destination.groupId : [])),
  );
  const people = counted(
    held.flatMap(({ destination }) => ('userId' in destination ? destination.userId : [])),
  );
  return {
    held: held.length,
    toGroups: groups.map(([groupId, times]) => ({ groupId, count: times })),
    toPeople: people.map(([userId, times]) => ({ userId, count: times })),
    claimable: count('others'),
    waiting: count('nobody'),
    lent: left.length - held.length,
    standingRules,
  };
}

/** Each id with how often it is there, the most frequent first. */
function counted(ids: readonly string[]): [id: string, times: number][] {
  const times = new Map<string, number>();
  for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1);
  return [...times].toSorted(([, one], [, other]) => other - one);
}
