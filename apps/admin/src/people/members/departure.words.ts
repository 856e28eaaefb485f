export interface DepartureText {
  held: number;
  toGroups: readonly { group?: { name: string } | null; count: number }[];
  toPeople: readonly { user?: { displayName: string } | null; count: number }[];
  claimable: number;
  waiting: number;
  lent: number;
  standingRules: number;
}

const tasks = (count: number): string => `${count} ${count === 1 ? 'task' : 'tasks'}`;

/** What becomes of somebody's work: "Sam holds 12 tasks; 9 go back to Support, 3 to Lee." */
export function departureWords(name: string, departure: DepartureText): string {
  const { held, toGroups, toPeople, claimable, waiting, lent, standingRules } = departure;
  const go = (count: number): string => `${count} ${count === 1 ? 'goes' : 'go'}`;
  const parts = [
    ...toGroups.map(({ group, count }) => `${go(count)} back to ${group?.name ?? 'a group'}`),
    ...toPeople.map(({ user, count }) => `${go(count)} to ${user?.displayName ?? 'somebody'}`),
    ...(claimable > 0 ? [`${claimable} can be claimed by others who were named`] : []),
    ...(waiting > 0 ? [`${waiting} ${waiting === 1 ? 'waits' : 'wait'} until an admin hands them on`] : []),
  ];
  const sentences = [
    held === 0 ? `${name} holds no tasks.` : `${name} holds ${tasks(held)}; ${parts.join(', ')}.`,
    ...(lent > 0 ? [`${tasks(lent)} that others hold for them stay there.`] : []),
    ...(standingRules > 0
      ? [
          `${standingRules} standing ${standingRules === 1 ? 'permission' : 'permissions'} that they granted end.`,
        ]
      : []),
  ];
  return sentences.join(' ');
}
