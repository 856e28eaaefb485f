export interface EventText {
  kind: string;
  actor: { kind: string; displayName: string };
  differences?: readonly { field: string; after?: string | null }[];
}

const verbs: Record<string, string> = {
  created: 'created the task',
  claimed: 'claimed it',
  released: 'released it',
  started: 'started to work on it',
  stopped: 'stopped working on it',
  completed: 'completed it',
  approved: 'approved it',
  rejected: 'rejected it',
  voted: 'voted',
  changes_requested: 'asked for changes',
  changes_answered: 'sent a new version',
  cancelled: 'cancelled it',
  expired: 'ended it: its time was over',
  delegated: 'delegated it',
  resolved: 'gave it back',
  forwarded: 'forwarded it',
  assigned: 'assigned it',
  reassigned: 'reassigned it',
  nominated: 'named who may claim it',
  suspended: 'suspended it',
  resumed: 'resumed it',
  escalated: 'escalated it',
  sla_breached: 'noticed that it is overdue',
  priority_changed: 'changed its priority',
  due_date_changed: 'changed its due date',
  comment_added: 'commented',
  comment_edited: 'changed a comment',
  comment_deleted: 'deleted a comment',
  attachment_added: 'attached a file',
  attachment_deleted: 'deleted a file',
  guest_invited: 'invited a guest',
  guest_revoked: 'took the invitation of a guest back',
  rule_revoked: 'revoked a standing permission',
};

/** One line of the history as a sentence: "Sam Reyes claimed it". An unknown kind is shown as it is named. */
export function describeEvent({ kind, actor, differences = [] }: EventText): string {
  const name = kind.toLowerCase().replace(/^task[._]/, '');
  const vote = differences.find(({ field }) => field === 'vote')?.after;
  if (name === 'voted' && vote) return `${actor.displayName} voted: ${vote}${ownWords(differences)}`;
  if (name === 'notified') return `${actor.displayName} ${toldWords(differences)}`;
  const person = differences.find(({ field }) => field === 'onBehalfOf')?.after;
  const asked = person ? ` for ${person}` : '';
  return `${actor.displayName} ${verbs[name] ?? `· ${name.replace(/[._]/g, ' ')}`}${asked}${ownWords(differences)}`;
}

/** A decision about what they had asked for, in a workspace that lets that pass and says so. */
function ownWords(differences: NonNullable<EventText['differences']>): string {
  return differences.some(({ field }) => field === 'selfApproval') ? ', their own request' : '';
}

/** What a chain's step did: it left this line, and sent nothing. A task that several people vote on is given to nobody. */
function toldWords(differences: NonNullable<EventText['differences']>): string {
  const who = differences.find(({ field }) => field === 'recipients')?.after;
  if (!who) return 'noted a reminder here';
  const stays = differences.some(({ field, after }) => field === 'staysWith' && after === 'voters');
  return stays
    ? `noted it here for ${who}; the vote stays with those who vote`
    : `noted a reminder for ${who} here`;
}

/** Verbs that say by themselves which state the task is in now. */
const statesThemselves = new Set([
  'claimed',
  'released',
  'started',
  'stopped',
  'completed',
  'approved',
  'rejected',
  'cancelled',
  'expired',
  'suspended',
  'resumed',
  'changes_requested',
  'changes_answered',
]);

/** The changes of an event that its sentence does not say already. */
export function worthSaying<Change extends { field: string }>({
  kind,
  differences,
}: {
  kind: string;
  differences: readonly Change[];
}): Change[] {
  if (!statesThemselves.has(kind)) return [...differences];
  return differences.filter(
    ({ field }) => field !== 'status' && !(field === 'assignee' && kind === 'claimed'),
  );
}
