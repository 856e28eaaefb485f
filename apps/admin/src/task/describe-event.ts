export interface EventText {
  kind: string;
  actor: { kind: string; displayName: string };
}

const verbs: Record<string, string> = {
  created: 'created the task',
  claimed: 'claimed it',
  released: 'released it',
  started: 'started to work on it',
  completed: 'completed it',
  cancelled: 'cancelled it',
  expired: 'ended it: its time was over',
  assigned: 'assigned it',
  suspended: 'suspended it',
  resumed: 'resumed it',
  escalated: 'escalated it',
};

/** One line of the history as a sentence: "Sam Reyes claimed it". An unknown kind is shown as it is named. */
export function describeEvent({ kind, actor }: EventText): string {
  const name = kind.toLowerCase().replace(/^task[._]/, '');
  return `${actor.displayName} ${verbs[name] ?? `· ${name.replace(/[._]/g, ' ')}`}`;
}
